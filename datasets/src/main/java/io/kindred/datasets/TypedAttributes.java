package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Vocabulary;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the attributes of a table, a chunk at a time.
final class TypedAttributes {
  private final ChunkColumns columns;
  private final Binding binding;
  private final TableMapping table;
  private final Vocabulary vocabulary;
  private final TypedRows.Times times;

  TypedAttributes(TypedRows rows) {
    this.columns = rows.columns();
    this.binding = rows.binding();
    this.table = rows.table();
    this.vocabulary = rows.vocabulary();
    this.times = rows.times();
  }

  /// Adds what each row says that it is given.
  ///
  /// @param definitions takes what is declared
  RowAction action(Partitions partitions, List<AttributeDefinition> definitions)
      throws NoFastWay, SQLException {
    TimeSource source = table.knownSince().or(table::time).orElseThrow();
    if (table.events().isEmpty()) {
      checkOneRowACustomer(source);
    }
    ChunkColumns.Longs known = columns.time(source);
    List<AttributeReading> readers = new ArrayList<>();
    for (AttributeMapping mapping : table.attributes()) {
      for (Column column : AttributeTable.columns(mapping, columns.header())) {
        AttributeDefinition definition = mapping.definition(column.name());
        if (!definitions.contains(definition)) {
          if (definitions.stream().anyMatch(other -> other.name().equals(definition.name()))) {
            throw new NoFastWay("an attribute is declared twice");
          }
          definitions.add(definition);
        }
        readers.add(reading(definitions.indexOf(definition), mapping, column));
      }
    }
    return (row, customer) -> {
      long since = known.values[row];
      if (!times.admit(since)) {
        throw new NoFastWay("a row is refused");
      }
      for (AttributeReading reader : readers) {
        reader.read(row, customer, since, partitions);
      }
    };
  }

  /// No word and no number: a blank cell.
  private static final int BLANK = -2;

  /// Adds what a cell says of an attribute.
  private interface AttributeReading {
    void read(int row, int customer, long since, Partitions partitions) throws NoFastWay;
  }

  private AttributeReading reading(int index, AttributeMapping mapping, Column column)
      throws NoFastWay, SQLException {
    if (mapping.type() == AttributeDefinition.Type.NUMBER
        && mapping.words().isEmpty()
        && columns.isNumber(column)) {
      ChunkColumns.Doubles numbers = columns.numbers(column);
      return (row, customer, since, partitions) -> {
        double number = numbers.at(row);
        if (!Double.isNaN(number)) {
          partitions.addAttribute(customer, index, since, number, 0);
        }
      };
    }
    AttributeCell cell = new AttributeCell(mapping, column, binding, table.format().decimal());
    WordsOfColumn texts = columns.words(column);
    double[] numbers = new double[texts.size()];
    int[] words = new int[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Double.NaN;
      words[i] = BLANK;
      try {
        Optional<AttributeValue> value = cell.value(texts.row(i));
        if (value.isPresent()) {
          switch (value.get()) {
            case AttributeValue.Quantity quantity -> numbers[i] = quantity.value();
            case AttributeValue.ScalePoint point -> numbers[i] = point.value();
            case AttributeValue.YesNo yesNo -> numbers[i] = yesNo.value() ? 1 : 0;
            case AttributeValue.Day day -> numbers[i] = day.value().toEpochDay();
            case AttributeValue.Category category -> words[i] = vocabulary.code(category.value());
            case AttributeValue.Words several -> words[i] = vocabulary.code(several.joined());
          }
        }
      } catch (DatasetException _) {
        words[i] = WordsOfColumn.REFUSED;
      }
    }
    ChunkColumns.Texts texted = columns.texts(column);
    return (row, customer, since, partitions) -> {
      int text = texted.at(row);
      if (words[text] == WordsOfColumn.REFUSED) {
        throw new NoFastWay("a row is refused");
      }
      if (words[text] != BLANK || !Double.isNaN(numbers[text])) {
        partitions.addAttribute(customer, index, since, numbers[text], Math.max(words[text], 0));
      }
    };
  }

  /// The row reader refuses a customer's second row of one moment in a table of attributes only.
  private void checkOneRowACustomer(TimeSource source) throws NoFastWay, SQLException {
    String customer = columns.textOf(((CustomerSource.InColumn) table.customer()).column());
    String moment =
        source instanceof TimeSource.InColumn(Column column)
            ? ", " + Database.identifier(columns.nameOf(column))
            : "";
    String select =
        "SELECT 1 FROM %s GROUP BY %s%s HAVING count(*) > 1 LIMIT 1"
            .formatted(columns.relation(), customer, moment);
    if (!table.where().isEmpty() || columns.anyRow(select)) {
      throw new NoFastWay("a customer may have two rows of one moment");
    }
  }
}
