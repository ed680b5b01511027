package io.kindred.features;

import java.time.Instant;

/// A fact about a customer, from the moment it became known until a later one of the same name.
///
/// @param name as declared in the schema, such as `country` or `price_matters_to_me`
/// @param knownSince when it was learned, not when it became true: before this nobody could have
///   used it
public record Attribute(String name, AttributeValue value, Instant knownSince) {
  public Attribute {
    if (name.isBlank()) {
      throw new IllegalArgumentException("attribute name is blank (expected a declared name)");
    }
    Checks.time(knownSince);
  }
}
