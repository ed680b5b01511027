package io.kindred.training.check;

import java.util.List;

/// Several names in a sentence.
final class Names {
  private static final int MOST = 5;

  private Names() {}

  /// `a, b and c`; the first few where there are many.
  static String of(List<String> names) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    if (names.size() > MOST) {
      return "%s and %d more"
          .formatted(String.join(", ", names.subList(0, MOST)), names.size() - MOST);
    }
    return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
