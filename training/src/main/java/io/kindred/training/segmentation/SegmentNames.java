package io.kindred.training.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes names from what sets segments apart, such as `Frequent buyers, mostly gifts`.
final class SegmentNames {
  private static final int USUAL_PARTS = 2;
  private static final int MOST_PARTS = 4;

  private SegmentNames() {}

  /// A name for each list of parts, weightiest first; no two are the same.
  ///
  /// Two segments with the same weightiest parts get a third and fourth; where those too are the
  /// same, a number. What is nearest to the business comes first in a name.
  static List<String> unique(List<List<NamePart>> parts) {
    if (parts.size() == 1) {
      return List.of("All customers");
    }
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (List<NamePart> own : parts) {
      int used = USUAL_PARTS;
      while (used < Math.min(MOST_PARTS, own.size()) && taken.contains(name(own, used))) {
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

  private static String name(List<NamePart> parts, int used) {
    if (parts.isEmpty()) {
      return "Typical customers";
    }
    String joined =
        parts.stream()
            .limit(used)
            .sorted(Comparator.comparing(NamePart::concern))
            .map(NamePart::words)
            .collect(Collectors.joining(", "));
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
  }
}
