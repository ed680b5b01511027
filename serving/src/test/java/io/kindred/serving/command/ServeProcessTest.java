package io.kindred.serving.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.Bundle;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Score;
import io.kindred.serving.service.KnownCustomer;
import io.kindred.serving.service.ScoringClient;
import io.kindred.serving.testing.TinyShop;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kindred serve` as a process of its own.
@Timeout(120)
class ServeProcessTest {
  /// What the shell reports of a process that ended on SIGTERM.
  private static final int TERMINATED = 143;

  @TempDir private Path folder;
  private Bundle bundle;

  @BeforeEach
  void publish() throws IOException {
    bundle = new Registry(folder).publish(TinyShop.contents());
  }

  @Test
  void itSaysWhereItListensAnswersAndGoesWhenTold() throws IOException, InterruptedException {
    Process process = start("serve", "--registry", folder.toString(), "--port", "0");
    try (BufferedReader out = process.inputReader(UTF_8)) {
      String line = out.readLine();
      Matcher matcher =
          Pattern.compile(
                  "serving address=127\\.0\\.0\\.1:(\\d+) model=tiny-shop bundle=%s largest_message_bytes=4194304 calls_at_once=256 drain=PT10S"
                      .formatted(bundle.id()))
              .matcher(String.valueOf(line));
      assertThat(matcher.matches()).as(line).isTrue();
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), Integer.parseInt(matcher.group(1)));
      try (ScoringClient client = ScoringClient.connect(address, bundle)) {
        Score score = client.score(new KnownCustomer(TinyShop.customer()), TinyShop.AS_OF);
        assertThat(score.outputs().distance(bundle.contents().goldenRows().getFirst().outputs()))
            .isLessThan(1e-9);
      }

      // SIGTERM, as a service manager sends it; the process itself would close the streams too.
      process.toHandle().destroy();

      assertThat(out.readLine()).isEqualTo("stopping: no new calls, those under way finish");
      assertThat(out.readLine()).isEqualTo("stopped");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(TERMINATED);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aTruncatedBundleIsNotServed() throws IOException, InterruptedException {
    Path place = folder.resolve("tiny-shop").resolve(bundle.id().value());
    Path golden = place.resolve("golden.pb");
    byte[] bytes = Files.readAllBytes(golden);
    Files.write(golden, Arrays.copyOf(bytes, bytes.length / 2));

    Process process = start("serve", "--registry", folder.toString(), "--port", "0");

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(process.inputReader(UTF_8).lines()).isEmpty();
    assertThat(process.errorReader(UTF_8).lines())
        .containsExactly(
            "kindred: %s: golden.pb has %d bytes (expected %d; the bundle was cut off or changed: publish it again)"
                .formatted(place, bytes.length / 2, bytes.length));
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder.start();
  }
}
