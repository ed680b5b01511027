package io.kindred.datasets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Reads attributes from the rows of one table, whichever of its files they are in.
final class AttributeTable {
  private final TableMapping table;
  private final Gathering gathering;
  private final Map<OwnerMoment, RowPlace> placeOfOwner = new HashMap<>();

  AttributeTable(TableMapping table, Gathering gathering) {
    this.table = table;
    this.gathering = gathering;
  }

  private record OwnerMoment(Gathered owner, Instant moment) {}

  /// Reads the rows of one of its files.
  interface FileReader {
    void read(Row row, Gathered owner);
  }

  FileReader reader(Binding binding) {
    if (table.attributes().isEmpty()) {
      return (_, _) -> {};
    }
    Function<Row, Instant> knownSince =
        binding.time(table.knownSince().or(table::time).orElseThrow());
    List<AttributeCell> cells = cells(binding);
    boolean oneRowACustomer = table.events().isEmpty();
    return (row, owner) -> {
      Instant moment = knownSince.apply(row);
      gathering.row().whenKept(owner::meet);
      if (oneRowACustomer) {
        checkFirst(row, owner, moment);
      }
      for (AttributeCell cell : cells) {
        cell.value(row)
            .ifPresent(value ->
                gathering.row().whenKept(() -> owner.add(cell.definition().name(), value, moment)));
      }
    };
  }

  private List<AttributeCell> cells(Binding binding) {
    boolean ofAccounts = table.customer() instanceof CustomerSource.OfAccount;
    List<AttributeCell> cells = new ArrayList<>();
    for (AttributeMapping mapping : table.attributes()) {
      for (Column column : columns(mapping, binding.header())) {
        AttributeCell cell = new AttributeCell(mapping, column, binding, table.format().decimal());
        gathering.define(cell.definition(), column, ofAccounts);
        cells.add(cell);
      }
    }
    return cells;
  }

  static List<Column> columns(AttributeMapping mapping, Header header) {
    if (mapping.from().isEmpty() || mapping.to().isEmpty()) {
      return mapping.column().map(List::of).orElse(mapping.columns());
    }
    Column from = mapping.from().get();
    Column to = mapping.to().get();
    int first = header.index(from);
    int last = header.index(to);
    if (first > last) {
      throw new DatasetException(
          "%s: column \"%s\" comes after column \"%s\" (expected from before to; exchange them)"
              .formatted(from.place(), from.name(), to.name()));
    }
    return header.names().subList(first, last + 1).stream()
        .map(name -> new Column(name, from.place()))
        .toList();
  }

  private void checkFirst(Row row, Gathered owner, Instant moment) {
    OwnerMoment key = new OwnerMoment(owner, moment);
    RowPlace earlier = placeOfOwner.putIfAbsent(key, row.place());
    if (earlier != null) {
      throw row.problem(
          "a second row for the customer of %s, known since the same moment (expected one row a"
                  .formatted(earlier)
              + " customer and moment; remove one, or map the column that says when each became"
              + " known as knownSince)");
    }
    gathering.row().whenDiscarded(() -> placeOfOwner.remove(key));
  }
}
