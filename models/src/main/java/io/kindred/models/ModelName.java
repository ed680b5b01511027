package io.kindred.models;

/// The name a model has in the registry, fit for a folder on every system.
public record ModelName(String value) {
  public ModelName {
    if (!fits(value)) {
      throw new IllegalArgumentException(
          "model name is '%s' (expected 1 to 63 lower-case letters, digits and hyphens, such as online-shop)"
              .formatted(value));
    }
  }

  /// Whether a text may be a model's name.
  public static boolean fits(String value) {
    return value.matches("[a-z0-9][a-z0-9-]{0,62}");
  }

  @Override
  public String toString() {
    return value;
  }
}
