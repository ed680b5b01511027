package io.kindred.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// ONNX Runtime 1.29.0 ended the process when its command line passed 4 KB.
class LongCommandLineTest {
  @Test
  void aCommandLineOfEightKilobytesDoesNoHarm() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-Dpadding=" + "x".repeat(8192),
                "-cp",
                System.getProperty("java.class.path"),
                ScoreOnce.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), UTF_8);
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output).contains("padding 8192, expected spend 31.0");
    assertThat(child.exitValue()).as(output).isZero();
  }
}
