package io.kindred.datasets.infer;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name as the words a person would say: `CustomerID`, `customer_id` and `customer-id` are all
/// `customer id`; accents and case are gone.
final class SpokenName {
  private static final Pattern CAMEL =
      Pattern.compile("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private SpokenName() {}

  static String of(String name) {
    String parted = CAMEL.matcher(name).replaceAll(" ");
    String plain =
        ACCENTS.matcher(Normalizer.normalize(parted, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /// Whether one of the phrases stands in the spoken name as whole words.
  static boolean has(String spoken, Collection<String> phrases) {
    String within = " " + spoken + " ";
    return phrases.stream().anyMatch(phrase -> within.contains(" " + phrase + " "));
  }
}
