package io.kindred.features;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known name that someone who mistyped probably meant.
public final class NearestName {
  private NearestName() {}

  /// The nearest by edit distance, capital letters mattering least; the first of equals, none where
  /// there are no names.
  public static Optional<String> to(String mistyped, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(name ->
                    distance(mistyped.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)))
                .thenComparingInt(name -> distance(mistyped, name)));
  }

  /// Levenshtein's distance, a row of the table at a time.
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int above = row[j];
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(substituted, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[to.length()];
  }
}
