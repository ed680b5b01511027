package io.kindred.models;

/// Something said in every language.
public record Text(String english, String swedish) {
  /// What is the same in every language, such as a name that came with the data.
  public static Text same(String words) {
    return new Text(words, words);
  }

  public String in(Language language) {
    return switch (language) {
      case ENGLISH -> english;
      case SWEDISH -> swedish;
    };
  }
}
