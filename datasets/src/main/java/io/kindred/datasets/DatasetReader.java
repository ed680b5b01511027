package io.kindred.datasets;

import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reads the files of a data set by its mapping.
///
/// Files are read row by row in the mapping's order, so that the first wrong cell is the one
/// reported; what is kept is events, not rows. The order of rows and files does not change the
/// outcome, except that an event without an id is named by its place.
public final class DatasetReader {
  private final DatasetMapping mapping;
  private final TableParts parts;
  private final Instant notAfter;
  private final BadRows badRows;
  private final Gathering gathering = new Gathering();
  private int filesRead;
  private long rows;
  private long rowsFiltered;
  private long rowsWithoutCustomer;

  private DatasetReader(
      DatasetMapping mapping, Path dataFolder, Instant notAfter, BadRows badRows) {
    this.mapping = mapping;
    this.parts = new TableParts(dataFolder);
    this.notAfter = notAfter;
    this.badRows = badRows;
  }

  /// Reads all of it, or refuses all of it.
  ///
  /// @param dataFolder where the mapping's file names begin
  /// @param notAfter the latest moment anything in the files may be of, usually now
  /// @throws DatasetException at the first thing that is wrong
  public static Dataset read(DatasetMapping mapping, Path dataFolder, Instant notAfter) {
    return read(mapping, dataFolder, notAfter, BadRows.none());
  }

  /// Reads all of it but the rows that are wrong, or refuses all of it.
  ///
  /// A row that is set aside changes nothing else: the data are read as if it were not there.
  ///
  /// @param dataFolder where the mapping's file names begin
  /// @param notAfter the latest moment anything in the files may be of, usually now
  /// @param badRows what becomes of rows that are wrong
  /// @throws DatasetException at the first thing that is wrong with more than a row, or where more
  ///   rows are wrong than may be
  public static Dataset read(
      DatasetMapping mapping, Path dataFolder, Instant notAfter, BadRows badRows) {
    return new DatasetReader(mapping, dataFolder, notAfter, badRows).dataset();
  }

  private Dataset dataset() {
    mapping.tables().forEach(this::readTable);
    List<Customer> customers = gathering.customers();
    if (customers.isEmpty()) {
      throw new DatasetException(
          "%s: no customers in %d rows of %d files (expected at least one; the mapping's filters left"
                  .formatted(mapping.name(), rows, filesRead)
              + " out %d rows, and %d name no customer)"
                  .formatted(rowsFiltered, rowsWithoutCustomer));
    }
    return new Dataset(
        mapping.name(),
        mapping.zone(),
        mapping.currency(),
        List.copyOf(gathering.definitions()),
        customers,
        summary(customers));
  }

  private void readTable(TableMapping table) {
    List<TableParts.Part> ofTable = parts.of(table);
    if (table.customer() instanceof CustomerSource.RowNumber && ofTable.size() > 1) {
      throw new DatasetException(
          "%s: %d files, whose row numbers would name different customers alike (expected one file"
                  .formatted(String.join(", ", table.files()), ofTable.size())
              + " with customer: {rowNumber: true}, or a column with the customer's id)");
    }
    List<EventTable> events =
        table.events().stream()
            .map(event -> new EventTable(table, event, mapping.zone(), gathering))
            .toList();
    AttributeTable attributes = new AttributeTable(table, gathering);
    for (TableParts.Part part : ofTable) {
      try (Rows open = part.open()) {
        readPart(table, open, events, attributes);
      }
    }
    events.forEach(EventTable::finish);
  }

  private void readPart(
      TableMapping table, Rows open, List<EventTable> eventTables, AttributeTable attributeTable) {
    Binding binding = new Binding(table, open.header(), mapping.zone(), notAfter);
    Predicate<Row> where = binding.all(table.where());
    Function<Row, String> customer = binding.customer(table.customer());
    List<EventTable.FileReader> events = new ArrayList<>();
    eventTables.forEach(eventTable -> events.add(eventTable.reader(binding)));
    AttributeTable.FileReader attributes = attributeTable.reader(binding);
    boolean anyAttributes = !table.attributes().isEmpty();
    Consumer<Row> reading =
        row -> {
          if (!where.test(row)) {
            rowsFiltered++;
            return;
          }
          String id = customer.apply(row);
          if (id.isEmpty() && table.blankCustomers() == TableMapping.BlankCustomers.LEAVE_OUT) {
            rowsWithoutCustomer++;
            return;
          }
          checkCustomer(row, id, table.customer());
          boolean used = anyAttributes;
          for (EventTable.FileReader reader : events) {
            used |= reader.read(row, id);
          }
          attributes.read(row, id);
          if (!used) {
            rowsFiltered++;
          }
        };
    long rowsBefore = rows;
    open.forEach(
        row -> {
          rows++;
          readRow(row, reading);
        },
        refusal -> {
          rows++;
          badRows.add(refusal);
        });
    if (rows == rowsBefore) {
      throw new DatasetException(
          "%1$s: the %2$s is empty (expected at least one row of data; leave the %2$s out of the"
                  .formatted(
                      open.header().file(),
                      table.source() instanceof TableSource.InFiles ? "file" : "table")
              + " mapping if that is right)");
    }
    filesRead++;
  }

  /// All of a row, or nothing of it.
  private void readRow(Row row, Consumer<Row> reading) {
    try {
      reading.accept(row);
      gathering.row().keep();
    } catch (DatasetException e) {
      gathering.row().discard();
      badRows.add(e);
    } catch (IllegalArgumentException e) {
      // What the records of events and attributes refuse, they cannot say the place of.
      gathering.row().discard();
      badRows.add(row.problem(String.valueOf(e.getMessage())));
    }
  }

  private static void checkCustomer(Row row, String id, CustomerSource source) {
    String column =
        source instanceof CustomerSource.InColumn(Column named) ? "column " + named.name() : "";
    if (id.isEmpty()) {
      throw row.problem(
          "%s is blank (expected the customer's id; write blankCustomers: leave_out in the mapping to"
                  .formatted(column)
              + " leave such rows out)");
    }
    if (id.length() > CustomerId.LONGEST) {
      throw row.problem(
          "%s has %d characters (expected a customer's id of at most %d; map another column)"
              .formatted(column, id.length(), CustomerId.LONGEST));
    }
  }

  private DatasetSummary summary(List<Customer> customers) {
    long[] counts = new long[6];
    Optional<Instant> first = Optional.empty();
    Optional<Instant> last = Optional.empty();
    for (Customer customer : customers) {
      List<Event> events = customer.history().events();
      events.forEach(event -> counts[place(event)]++);
      if (!events.isEmpty()) {
        Instant earliest = events.getFirst().time();
        Instant latest = events.getLast().time();
        first = first.filter(before -> before.isBefore(earliest)).or(() -> Optional.of(earliest));
        last = last.filter(after -> after.isAfter(latest)).or(() -> Optional.of(latest));
      }
    }
    return new DatasetSummary(
        filesRead,
        rows,
        rowsFiltered,
        rowsWithoutCustomer,
        customers.size(),
        new DatasetSummary.EventCounts(counts[0], counts[1], counts[2], counts[3], counts[4]),
        first.map(this::day),
        last.map(this::day));
  }

  private static int place(Event event) {
    return switch (event) {
      case Order _ -> 0;
      case Return _ -> 1;
      case Visit _ -> 2;
      case Cart _ -> 3;
      case Message _ -> 4;
      case Subscription _, SupportContact _, CustomEvent _ -> 5;
      case LateEvent late -> place(late.event());
    };
  }

  private LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, mapping.zone());
  }
}
