package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.CustomerId;
import io.kindred.features.CustomerIdHash;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
    // A key that is missing is said before hours of reading, not after.
    Optional<CustomerIdHash> hash =
        mapping.hashIds().map(key -> key.hash(name -> Optional.ofNullable(System.getenv(name))));
    mapping.tables().forEach(this::readTable);
    GatheredCustomers gathered =
        GatheredCustomers.of(
            gathering,
            mapping.accounts(),
            hash.<UnaryOperator<CustomerId>>map(known -> known::of)
                .orElse(UnaryOperator.identity()));
    if (gathered.customers().isEmpty()) {
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
        definitions(),
        gathered.customers(),
        summary(gathered));
  }

  private List<AttributeDefinition> definitions() {
    boolean ofAccountsOnly =
        mapping.accounts().filter(by -> by.level() == AccountsMapping.Level.ACCOUNT).isPresent();
    return ofAccountsOnly ? gathering.definitionsOfAccounts() : gathering.definitions();
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
            .map(event -> new EventTable(mapping, table, event, gathering))
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
    Membership membership = membership(table, binding);
    boolean usesEveryRow = !table.attributes().isEmpty() || table.account().isPresent();
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
          checkId(row, id, table.customer());
          Gathered owner =
              table.customer() instanceof CustomerSource.OfAccount
                  ? gathering.account(id)
                  : gathering.customer(id);
          membership.read(row, owner);
          boolean used = usesEveryRow;
          for (EventTable.FileReader reader : events) {
            used |= reader.read(row, owner);
          }
          attributes.read(row, owner);
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

  private interface Membership {
    void read(Row row, Gathered customer);
  }

  /// Takes note of whose contact each customer is, where the table says it.
  private Membership membership(TableMapping table, Binding binding) {
    if (table.account().isEmpty()) {
      return (_, _) -> {};
    }
    Column column = table.account().get();
    Function<Row, String> account = binding.text(column);
    return (row, customer) -> {
      gathering.row().whenKept(customer::meet);
      String id = account.apply(row);
      if (!id.isEmpty()) {
        checkLength(row, id, column, "an account's id");
        gathering.join(customer, id, row.place(), column);
      }
    };
  }

  private static void checkId(Row row, String id, CustomerSource source) {
    switch (source) {
      case CustomerSource.InColumn(Column column) -> checkId(row, id, column, "a", "customer's id");
      case CustomerSource.OfAccount(Column column) ->
          checkId(row, id, column, "an", "account's id");
      case CustomerSource.RowNumber _ -> {}
    }
  }

  private static void checkId(Row row, String id, Column column, String article, String what) {
    if (id.isEmpty()) {
      throw row.problem(
          "column %s is blank (expected the %s; write blankCustomers: leave_out in the mapping to"
                  .formatted(column.name(), what)
              + " leave such rows out)");
    }
    checkLength(row, id, column, article + " " + what);
  }

  private static void checkLength(Row row, String id, Column column, String what) {
    if (id.length() > CustomerId.LONGEST) {
      throw row.problem(
          "column %s has %d characters (expected %s of at most %d; map another column)"
              .formatted(column.name(), id.length(), what, CustomerId.LONGEST));
    }
  }

  private DatasetSummary summary(GatheredCustomers gathered) {
    EventTally tally = gathered.tally();
    return new DatasetSummary(
        filesRead,
        rows,
        rowsFiltered,
        rowsWithoutCustomer,
        gathering.duplicates(),
        gathered.customers().size(),
        gathered.accounts(),
        tally.counts(),
        tally.first().map(this::day),
        tally.last().map(this::day));
  }

  private LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, mapping.zone());
  }
}
