package io.kindred.training.segmentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes names from traits, such as `High order value, frequent visits`.
final class SegmentNames {
  private static final int USUAL_TRAITS = 2;
  private static final int MOST_TRAITS = 4;

  private SegmentNames() {}

  /// A name for each list of traits, strongest first; no two are the same.
  ///
  /// Two segments with the same strongest traits get a third and fourth; where those too are the
  /// same, a number.
  static List<String> unique(List<List<String>> traits) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (List<String> own : traits) {
      int used = USUAL_TRAITS;
      while (used < Math.min(MOST_TRAITS, own.size()) && taken.contains(name(own, used))) {
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

  private static String name(List<String> traits, int used) {
    if (traits.isEmpty()) {
      return "Like everyone";
    }
    String joined = String.join(", ", traits.subList(0, Math.min(used, traits.size())));
    return Character.toUpperCase(joined.charAt(0)) + joined.substring(1);
  }
}
