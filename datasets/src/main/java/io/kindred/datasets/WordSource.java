package io.kindred.datasets;

import java.util.Map;

/// What says a word about a row, such as its channel.
public sealed interface WordSource {

  /// A word in a column.
  ///
  /// @param words what each of the file's words means; empty where they are taken as they are
  record InColumn(Column column, Map<String, String> words) implements WordSource {
    public InColumn {
      words = Map.copyOf(words);
    }
  }

  /// One word for all rows.
  record Fixed(String word) implements WordSource {}

  /// The short form: the name of a column.
  static WordSource of(Column shortForm) {
    return new InColumn(shortForm, Map.of());
  }
}
