package io.kindred.serving.service;

import io.kindred.models.Language;

/// Reads the language that a caller wants.
final class LanguageReader {
  private LanguageReader() {}

  /// The language of a tag; English where it is empty, and where it is a violation.
  static Language read(String tag, Place place, Violations violations) {
    if (tag.isEmpty()) {
      return Language.ENGLISH;
    }
    return Language.of(tag)
        .orElseGet(() -> {
          violations.add(
              place,
              "is %s (expected one of Bundle.languages: %s)"
                  .formatted(Quoted.of(tag), String.join(", ", Language.TAGS)));
          return Language.ENGLISH;
        });
  }
}
