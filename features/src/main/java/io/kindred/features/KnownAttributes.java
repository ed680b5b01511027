package io.kindred.features;

import java.util.Arrays;
import java.util.List;

/// What each declared attribute said last, as of a moment.
final class KnownAttributes {
  private static final int UNKNOWN = -1;

  private final List<AttributeDefinition> definitions;
  private final int[] rows;
  private final EventColumns columns;

  KnownAttributes(List<AttributeDefinition> definitions, EventColumns columns) {
    this.definitions = definitions;
    this.rows = new int[definitions.size()];
    this.columns = columns;
  }

  void fold(long asOf) {
    Arrays.fill(rows, UNKNOWN);
    for (int row = 0; row < columns.attributes; row++) {
      if (columns.attributeKnown[row] > asOf) {
        continue;
      }
      int held = rows[columns.attribute[row]];
      if (held == UNKNOWN || isLater(row, held)) {
        rows[columns.attribute[row]] = row;
      }
    }
  }

  int indexOf(AttributeDefinition definition) {
    return definitions.indexOf(definition);
  }

  boolean isKnown(int index) {
    return rows[index] != UNKNOWN;
  }

  /// The attribute's number; NaN where it is unknown.
  double number(int index) {
    return rows[index] == UNKNOWN ? Double.NaN : columns.attributeNumber[rows[index]];
  }

  /// The number of the attribute's word, or of its words joined.
  int word(int index) {
    return columns.attributeWord[rows[index]];
  }

  private boolean isLater(int row, int held) {
    int order = Long.compare(columns.attributeKnown[row], columns.attributeKnown[held]);
    return order > 0 || (order == 0 && columns.compareAttributes(row, held) > 0);
  }
}
