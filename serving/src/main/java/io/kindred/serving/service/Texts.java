package io.kindred.serving.service;

/// What texts a request may hold.
///
/// A character is a code point, as in every language's protobuf.
final class Texts {
  /// Of an event's id.
  static final int LONGEST_ID = 256;

  /// Of a word, such as a channel.
  static final int LONGEST_WORD = 1_000;

  private Texts() {}

  /// An event's id; an empty or overlong one is a violation, and the answer means nothing.
  static String id(String id, Place place, Violations violations) {
    if (id.isEmpty()) {
      violations.add(place, "is empty (expected a text that no other event of the customer has)");
      return "missing";
    }
    return within(LONGEST_ID, id, place, violations);
  }

  /// A word that may be empty; an overlong one is a violation, and the answer means nothing.
  static String word(String word, Place place, Violations violations) {
    return within(LONGEST_WORD, word, place, violations);
  }

  /// A word that must be there; a blank or overlong one is a violation, and the answer means
  /// nothing.
  ///
  /// @param expected to be read after "is blank"
  static String required(String word, Place place, String expected, Violations violations) {
    if (word.isBlank()) {
      violations.add(place, "is blank (%s)".formatted(expected));
      return "missing";
    }
    return within(LONGEST_WORD, word, place, violations);
  }

  static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String within(int most, String text, Place place, Violations violations) {
    // No text has more characters than units of UTF-16, so that few are counted.
    if (text.length() > most && characters(text) > most) {
      violations.add(
          place, "has %d characters (expected at most %d)".formatted(characters(text), most));
    }
    return text;
  }
}
