package io.kindred.features;

import java.util.Collection;
import java.util.List;

/// Which events count: those that have, in each field named, one of the words named.
///
/// @param conditions all must hold; none lets everything pass
record Filter(List<Condition> conditions) {
  static final Filter NONE = new Filter(List.of());

  /// @param slot of the word; any of a custom event's properties where it is {@link #PROPERTY}
  record Condition(int slot, List<String> words) {
    static final int PROPERTY = -1;

    Condition {
      words = words.stream().sorted().distinct().toList();
    }
  }

  Filter {
    conditions = List.copyOf(conditions);
  }

  static Filter of(WordField field, Collection<String> words) {
    return new Filter(List.of(new Condition(field.slot(), List.copyOf(words))));
  }

  /// The test of a row, its words looked up once.
  Test bind(Vocabulary vocabulary) {
    int[] slots = conditions.stream().mapToInt(Condition::slot).toArray();
    int[][] codes =
        conditions.stream()
            .map(condition -> condition.words().stream().mapToInt(vocabulary::code).toArray())
            .toArray(int[][]::new);
    return (rows, row) -> {
      for (int i = 0; i < slots.length; i++) {
        if (!has(rows, row, slots[i], codes[i])) {
          return false;
        }
      }
      return true;
    };
  }

  interface Test {
    boolean passes(EventColumns rows, int row);
  }

  private static boolean has(EventColumns rows, int row, int slot, int[] codes) {
    if (slot != Condition.PROPERTY) {
      return contains(codes, rows.word(row, slot));
    }
    for (int property = 1; property < WordField.SLOTS; property++) {
      if (contains(codes, rows.word(row, property))) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(int[] codes, int code) {
    for (int known : codes) {
      if (known == code) {
        return true;
      }
    }
    return false;
  }
}
