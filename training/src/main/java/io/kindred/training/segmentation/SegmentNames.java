package io.kindred.training.segmentation;

import io.kindred.training.segmentation.FeatureWords.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes names from what sets segments apart, such as `Frequent buyers, mostly gifts`.
final class SegmentNames {
  private static final int USUAL_PHRASES = 2;
  private static final int MOST_PHRASES = 4;

  private SegmentNames() {}

  /// A name for each list of phrases, weightiest first; no two are the same.
  ///
  /// Two segments with the same weightiest phrases get a third and fourth; where those too are the
  /// same, a number. What is nearest to the business comes first in a name.
  static List<String> unique(List<List<Phrase>> phrases) {
    if (phrases.size() == 1) {
      return List.of("All customers");
    }
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (List<Phrase> own : phrases) {
      int used = USUAL_PHRASES;
      while (used < Math.min(MOST_PHRASES, own.size()) && taken.contains(name(own, used))) {
        used++;
      }
      String name = name(own, used);
      for (int number = 2; !taken.add(name); number++) {
        name = "%s (%d)".formatted(name(own, used), number);
      }
      names.add(name);
    }
    return names;
  }

  private static String name(List<Phrase> phrases, int used) {
    if (phrases.isEmpty()) {
      return "Typical customers";
    }
    String joined =
        phrases.stream()
            .limit(used)
            .sorted(Comparator.comparing(phrase -> phrase.subject().concern()))
            .map(Phrase::name)
            .collect(Collectors.joining(", "));
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
  }
}
