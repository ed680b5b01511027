package io.kindred.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A customer's identity in the caller's own words, 1 to 256 characters.
///
/// Its text form is a digest, so that an id which slips into a log or an error names nobody; the
/// words themselves are had only by asking for {@link #value()}.
public record CustomerId(String value) implements Comparable<CustomerId> {
  public static final int LONGEST = 256;

  public CustomerId {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "customer id has %d characters (expected 1 to %d, not all blank)"
              .formatted(value.length(), LONGEST));
    }
  }

  @Override
  public int compareTo(CustomerId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
      return "customer-" + HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
