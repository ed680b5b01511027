package io.kindred.serving.service;

import java.util.List;

/// The languages that names and texts come in.
final class Language {
  /// BCP 47 tags.
  static final List<String> OFFERED = List.of("en");

  private Language() {}

  static void check(String tag, Place place, Violations violations) {
    if (!tag.isEmpty() && OFFERED.stream().noneMatch(tag::equalsIgnoreCase)) {
      violations.add(
          place,
          "is %s (expected one of Bundle.languages: %s)"
              .formatted(Quoted.of(tag), String.join(", ", OFFERED)));
    }
  }
}
