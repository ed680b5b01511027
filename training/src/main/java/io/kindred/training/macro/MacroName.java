package io.kindred.training.macro;

import java.util.Collections;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What people call a macro-segment, in one language or several.
///
/// @param byLanguage by the language's two letters; under {@link #ANY} what holds for every
///   language that has no name of its own
public record MacroName(SortedMap<String, String> byLanguage) {
  /// Stands for every language without a name of its own.
  public static final String ANY = "";

  private static final String ENGLISH = "en";
  private static final Pattern LANGUAGE = Pattern.compile("([a-z]{2})?");

  public MacroName {
    byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    if (byLanguage.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a name such as Nordic, or one by language such as {en: Nordic, sv: Norden}");
    }
    byLanguage.forEach((language, text) -> {
      if (!LANGUAGE.matcher(language).matches()) {
        throw new IllegalArgumentException(
            "language is \"%s\" (expected two small letters such as en or sv)".formatted(language));
      }
      if (text.isBlank()) {
        throw new IllegalArgumentException(
            "name is blank (expected what to call the macro-segment, such as Nordic)");
      }
    });
  }

  /// One name for every language.
  public static MacroName of(String text) {
    return of(Map.of(ANY, text));
  }

  static MacroName of(Map<String, String> byLanguage) {
    return new MacroName(new TreeMap<>(byLanguage));
  }

  /// The name in a language; where it has none, the one for every language, else the English one,
  /// else the first by the alphabet of languages.
  public String in(String language) {
    SequencedMap<String, String> names = byLanguage;
    for (String choice : new String[] {language, ANY, ENGLISH}) {
      String text = names.get(choice);
      if (text != null) {
        return text;
      }
    }
    return names.firstEntry().getValue();
  }

  /// What errors call it.
  @Override
  public String toString() {
    return in(ENGLISH);
  }
}
