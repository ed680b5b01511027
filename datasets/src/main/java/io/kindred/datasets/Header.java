package io.kindred.datasets;

import io.kindred.features.NearestName;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/// The names of a file's columns, and which of them the mapping asked for.
final class Header {
  private static final int MOST_NAMES_SHOWN = 40;

  private final String file;
  private final List<String> names;
  private final BitSet wanted = new BitSet();

  Header(String file, List<String> names) {
    this.file = file;
    this.names = names.stream().map(String::strip).toList();
  }

  /// How errors name the file or table.
  String file() {
    return file;
  }

  List<String> names() {
    return names;
  }

  /// The columns asked for so far.
  BitSet wanted() {
    return (BitSet) wanted.clone();
  }

  /// The column's position; from now on its cells are wanted.
  int index(Column column) {
    int index = names.indexOf(column.name());
    if (index < 0) {
      throw new DatasetException(
          "%s: column \"%s\" is not in %s (expected one of its columns: %s%s; name one of these in the"
                  .formatted(
                      column.place(),
                      column.name(),
                      file,
                      names.stream()
                          .limit(MOST_NAMES_SHOWN)
                          .map(Shown::text)
                          .collect(Collectors.joining(", ")),
                      names.size() > MOST_NAMES_SHOWN ? ", ..." : "")
              + " mapping%s)"
                  .formatted(
                      NearestName.to(column.name(), names)
                          .map(name -> ", perhaps \"%s\"".formatted(Shown.text(name)))
                          .orElse("")));
    }
    if (names.lastIndexOf(column.name()) != index) {
      throw new DatasetException(
          "%s: column \"%s\" is twice in %s, as columns %d and %d (expected names that tell the"
                  .formatted(
                      column.place(),
                      column.name(),
                      file,
                      index + 1,
                      names.lastIndexOf(column.name()) + 1)
              + " columns apart; rename one in the file)");
    }
    wanted.set(index);
    return index;
  }
}
