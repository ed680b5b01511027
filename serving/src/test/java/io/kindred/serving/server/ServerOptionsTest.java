package io.kindred.serving.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

  @Test
  void anAddressThatOthersReachIsRefusedUnlessAskedFor() {
    InetSocketAddress everywhere = new InetSocketAddress("0.0.0.0", 8980);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerOptions(everywhere, false, 1, 1, Duration.ZERO))
        .withMessage(
            "address 0.0.0.0 can be reached by other machines, and this version neither encrypts nor asks who calls (expected a loopback address such as 127.0.0.1; to do it all the same, behind a proxy that does both, add --insecure-beyond-loopback)");
    assertThat(new ServerOptions(everywhere, true, 1, 1, Duration.ZERO).address())
        .isEqualTo(everywhere);
  }

  @Test
  void limitsBelowOneAreRefused() {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerOptions(loopback, false, 0, 1, Duration.ZERO))
        .withMessage("largest message is 0 bytes (expected at least 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerOptions(loopback, false, 1, 0, Duration.ZERO))
        .withMessage("calls at once are 0 (expected at least 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerOptions(loopback, false, 1, 1, Duration.ofSeconds(-1)))
        .withMessage("time to drain is PT-1S (expected none or more)");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ServerOptions(
                InetSocketAddress.createUnresolved("nowhere", 0), false, 1, 1, Duration.ZERO))
        .withMessage(
            "address nowhere is not known (expected an address of this machine, such as 127.0.0.1)");
  }

  @Test
  void theUsualOptionsListenOnLoopbackOnly() {
    assertThat(ServerOptions.onLoopback(0))
        .satisfies(options -> {
          assertThat(options.address().getAddress().isLoopbackAddress()).isTrue();
          assertThat(options.largestMessageBytes()).isEqualTo(4_194_304);
        });
  }
}
