package io.kindred.datasets;

/// Texts of files and databases as errors show them: on one line, and no longer than a person
/// reads.
final class Shown {
  private static final int LONGEST = 120;

  private Shown() {}

  static String text(String text) {
    int length = Math.min(text.length(), LONGEST);
    StringBuilder shown = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      shown.append(
          switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                Character.isISOControl(character) || Character.isSurrogate(character)
                    ? "\\u%04x".formatted((int) character)
                    : String.valueOf(character);
          });
    }
    if (text.length() > LONGEST) {
      shown.append("... (%d characters)".formatted(text.length()));
    }
    return shown.toString();
  }
}
