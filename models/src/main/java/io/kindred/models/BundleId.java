package io.kindred.models;

/// A bundle's name by its content: SHA-256 of its manifest, 64 hexadecimal digits.
public record BundleId(String value) {
  public BundleId {
    if (!value.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "bundle id is '%s' (expected 64 hexadecimal digits)".formatted(value));
    }
  }

  /// The first 12 digits, for people.
  public String shortForm() {
    return value.substring(0, 12);
  }

  @Override
  public String toString() {
    return value;
  }
}
