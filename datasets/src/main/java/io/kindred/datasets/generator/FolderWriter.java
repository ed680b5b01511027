package io.kindred.datasets.generator;

import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Writes customers part by part into a folder: the tables that are to be read, their mapping, and
/// beside them the truth and the future's orders.
final class FolderWriter implements AutoCloseable {
  private final GeneratorOptions options;
  private final Path folder;
  private final EventTables events;
  private final ProfileTables profiles;
  private final OutputTable<Truth> truth;
  private final OutputTable<Truth> accountsTruth;
  private final OutputTable<EventRow<Order>> futureOrders;

  /// @param folder new and empty
  FolderWriter(GeneratorOptions options, Layout layout, Path folder) {
    this.options = options;
    this.folder = folder;
    this.events =
        switch (layout) {
          case TABLES -> new SeparateTables(options, folder);
          case EVENTS -> new OneTable(options, folder);
        };
    this.profiles =
        new ProfileTables(
            options,
            folder,
            switch (layout) {
              case TABLES -> ".csv";
              case EVENTS -> ".parquet";
            });
    this.truth = truthTable(GeneratedCustomers.TRUTH_FILE);
    this.accountsTruth = truthTable(GeneratedCustomers.ACCOUNTS_TRUTH_FILE);
    this.futureOrders =
        new OutputTable<>(
            folder.resolve(GeneratedCustomers.FUTURE_ORDERS_FILE),
            List.of(
                Field.text("order_id", EventRow::fileId),
                Field.text("customer", EventRow::customer),
                Field.moment("time", row -> row.event().time()),
                Field.number("amount", row -> row.event().amount())),
            List.of(),
            "");
    futureOrders.begin();
  }

  void add(GeneratedCustomers part) {
    for (GeneratedCustomer customer : part.customers()) {
      String id = customer.id().value();
      addEvents(id, customer.account(), customer.known());
      for (Event event : customer.future().events()) {
        if (event instanceof Order order) {
          futureOrders.add(new EventRow<>(id, customer.account(), order, order.time()));
        }
      }
      truth.add(customer.truth());
    }
    for (GeneratedAccount account : part.accounts()) {
      addEvents("", account.id(), account.known());
      accountsTruth.add(account.truth());
    }
    profiles.add(part);
  }

  /// Writes what is left to be written, and the mapping.
  void finish() throws IOException {
    all().forEach(OutputTable::finish);
    StringBuilder mapping = new StringBuilder(MappingText.head(options));
    data().forEach(table -> mapping.append(table.mapping()));
    Files.writeString(folder.resolve(GeneratedCustomers.MAPPING_FILE), mapping);
  }

  @Override
  public void close() {
    all().forEach(OutputTable::close);
  }

  private Stream<OutputTable<?>> data() {
    return Stream.concat(events.tables(), profiles.tables());
  }

  private Stream<OutputTable<?>> all() {
    return Stream.concat(data(), Stream.of(truth, accountsTruth, futureOrders));
  }

  private void addEvents(String customer, String account, History known) {
    for (Event event : known.events()) {
      events.add(new EventRow<>(customer, account, event, event.knownSince()));
    }
  }

  private OutputTable<Truth> truthTable(String file) {
    return new OutputTable<>(folder.resolve(file), Truth.FIELDS, List.of(), "");
  }
}
