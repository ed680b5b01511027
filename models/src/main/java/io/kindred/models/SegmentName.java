package io.kindred.models;

import java.util.Optional;

/// What a segment is called: as a person named it, else as training suggests.
///
/// @param given by a person, the same in every language
public record SegmentName(Text suggested, Optional<String> given) {
  public static final int MOST_CHARACTERS = 80;

  public SegmentName {
    given.ifPresent(name -> {
      if (name.isBlank() || name.codePointCount(0, name.length()) > MOST_CHARACTERS) {
        throw new IllegalArgumentException(
            "a segment's given name is \"%s\" (expected 1 to %d characters, not only spaces)"
                .formatted(name, MOST_CHARACTERS));
      }
    });
  }

  /// A name that nobody has overwritten.
  public static SegmentName suggested(Text name) {
    return new SegmentName(name, Optional.empty());
  }

  /// The name to show.
  public String in(Language language) {
    return given.orElseGet(() -> suggested.in(language));
  }
}
