package io.kindred.serving.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/// How a server listens and what it takes, read once at the start.
///
/// @param address where it listens, resolved; port 0 for any that is free
/// @param beyondLoopback whether it may listen where other machines reach it; there is no
///   encryption yet
/// @param largestMessageBytes no message may be larger
/// @param callsAtOnce how many calls may be under way; more are refused
/// @param drain how long calls under way may take to finish when the server is told to go
public record ServerOptions(
    InetSocketAddress address,
    boolean beyondLoopback,
    int largestMessageBytes,
    int callsAtOnce,
    Duration drain) {
  public static final int USUAL_PORT = 8980;
  public static final int USUAL_LARGEST_MESSAGE_BYTES = 4 << 20;
  public static final int USUAL_CALLS_AT_ONCE = 256;
  public static final Duration USUAL_DRAIN = Duration.ofSeconds(10);

  public ServerOptions {
    if (address.isUnresolved()) {
      throw new IllegalArgumentException(
          "address %s is not known (expected an address of this machine, such as 127.0.0.1)"
              .formatted(address.getHostString()));
    }
    if (!address.getAddress().isLoopbackAddress() && !beyondLoopback) {
      throw new IllegalArgumentException(
          "address %s can be reached by other machines, and this version neither encrypts nor asks who calls (expected a loopback address such as 127.0.0.1; to do it all the same, behind a proxy that does both, add --insecure-beyond-loopback)"
              .formatted(address.getAddress().getHostAddress()));
    }
    if (largestMessageBytes < 1) {
      throw new IllegalArgumentException(
          "largest message is %d bytes (expected at least 1)".formatted(largestMessageBytes));
    }
    if (callsAtOnce < 1) {
      throw new IllegalArgumentException(
          "calls at once are %d (expected at least 1)".formatted(callsAtOnce));
    }
    if (drain.isNegative()) {
      throw new IllegalArgumentException(
          "time to drain is %s (expected none or more)".formatted(drain));
    }
  }

  /// The usual options on a loopback port.
  public static ServerOptions onLoopback(int port) {
    return new ServerOptions(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
        false,
        USUAL_LARGEST_MESSAGE_BYTES,
        USUAL_CALLS_AT_ONCE,
        USUAL_DRAIN);
  }
}
