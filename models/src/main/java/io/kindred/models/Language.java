package io.kindred.models;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages that names and texts come in.
public enum Language {
  ENGLISH("en"),
  SWEDISH("sv");

  /// Their tags, in order.
  public static final List<String> TAGS = Arrays.stream(values()).map(Language::tag).toList();

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /// A BCP 47 tag, such as `sv`.
  public String tag() {
    return tag;
  }

  /// The language of a BCP 47 tag, whatever the region: `sv` and `sv-SE` are Swedish.
  public static Optional<Language> of(String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      return Arrays.stream(values()).filter(known -> known.tag.equals(language)).findFirst();
    } catch (IllformedLocaleException _) {
      return Optional.empty();
    }
  }
}
