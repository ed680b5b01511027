package io.kindred.serving.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @Test
  void wrongUsageIsOneParagraphAndExitCodeTwo() {
    assertThat(Run.of("serve", "--port", "70000"))
        .isEqualTo(usage("--port is 70000 (expected 0 to 65535) (see kindred serve --help)"));
    assertThat(Run.of("serve", "--largest-message-mib", "0"))
        .isEqualTo(
            usage("--largest-message-mib is 0 (expected 1 to 1024) (see kindred serve --help)"));
    assertThat(Run.of("serve", "--calls-at-once", "0"))
        .isEqualTo(usage("--calls-at-once is 0 (expected 1 or more) (see kindred serve --help)"));
    assertThat(Run.of("serve", "--drain-seconds", "-1"))
        .isEqualTo(usage("--drain-seconds is -1 (expected 0 or more) (see kindred serve --help)"));
    assertThat(Run.of("serve", "--address", "0.0.0.0"))
        .isEqualTo(
            usage(
                "address 0.0.0.0 can be reached by other machines, and this version neither encrypts nor asks who calls (expected a loopback address such as 127.0.0.1; to do it all the same, behind a proxy that does both, add --insecure-beyond-loopback) (see kindred serve --help)"));
    assertThat(Run.of("bundle"))
        .isEqualTo(
            usage(
                "bundle does nothing by itself (expected list, show or verify) (see kindred bundle --help)"));
    assertThat(Run.of("demo-score"))
        .isEqualTo(
            usage("Missing required option: '--folder=FOLDER' (see kindred demo-score --help)"));
    assertThat(Run.of("srve").code()).isEqualTo(2);
    assertThat(Run.of().code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve --help",
        "bundle --help",
        "bundle list --help",
        "bundle show --help",
        "bundle verify --help",
        "demo-score --help"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    Run run = Run.of(command.split(" "));

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("Example:\n  kindred ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void theDemosHalfIsNotListed() {
    assertThat(Run.of("--help").out()).contains("serve", "bundle").doesNotContain("demo-score");
  }

  @Test
  void aModelNameThatCannotBeOneIsTold() {
    assertThat(Stream.of("serve", "bundle verify"))
        .allSatisfy(command ->
            assertThat(Run.of((command + " --model Shop").split(" ")))
                .isEqualTo(
                    new Run(
                        1,
                        "",
                        "kindred: model name is 'Shop' (expected 1 to 63 lower-case letters, digits and hyphens, such as online-shop)\n")));
  }

  private static Run usage(String message) {
    return new Run(2, "", "kindred: " + message + "\n");
  }
}
