package io.kindred.datasets;

import io.kindred.features.Cart;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the files of synthetic customers say, in each of the formats that the reader knows.
final class GeneratedTables {
  private static final List<String> PROFILE =
      List.of("age", "household", "country", "device", "newsletter");

  private final GeneratedCustomers generated;
  private final GeneratedRows rows;
  private final Path folder;
  private final StringBuilder mapping = new StringBuilder();

  /// @param folder new and empty
  GeneratedTables(GeneratedCustomers generated, Path folder) {
    this.generated = generated;
    this.rows = new GeneratedRows(generated);
    this.folder = folder;
  }

  /// Writes all files: those to be read, their mapping, and the truth.
  void write() throws IOException {
    mapping.append(
        """
        # A synthetic shop. truth.csv and future_orders.csv are for judging, never for fitting.
        name: Synthetic shop
        zone: %s
        currency: %s
        tables:
        """
            .formatted(generated.options().zone(), generated.options().currency()));
    writeOrders();
    writeReturns();
    writeVisits();
    writeCarts();
    writeMessages();
    writeProfiles();
    writeSurvey();
    Files.writeString(folder.resolve(GeneratedCustomers.MAPPING_FILE), mapping);
    writeTruth();
  }

  private void writeOrders() throws IOException {
    csv(
        "orders.csv",
        List.of(
            "order_id", "customer", "time", "amount", "items", "category", "channel", "discount"),
        rows.ofEvents(
            Order.class,
            order ->
                List.of(
                    GeneratedRows.text(order.amount()),
                    GeneratedRows.text(order.items()),
                    order.category(),
                    order.channel(),
                    order.discount())),
        """
            time: time
            orders: {id: order_id, amount: amount, items: items, category: category, channel: channel, discount: discount}
        """);
  }

  private void writeReturns() throws IOException {
    csv(
        "returns.csv",
        List.of("return_id", "customer", "time", "amount", "items"),
        rows.ofEvents(
            Return.class,
            back -> List.of(GeneratedRows.text(back.amount()), GeneratedRows.text(back.items()))),
        """
            time: time
            returns: {id: return_id, amount: amount, items: items}
        """);
  }

  private void writeVisits() {
    List<List<String>> visits =
        rows.ofEvents(
            Visit.class, visit -> List.of(visit.channel(), GeneratedRows.text(visit.pages())));
    if (!visits.isEmpty()) {
      VisitsParquet.write(folder.resolve("visits.parquet"), visits);
      table(
          "visits.parquet",
          """
              time: time
              visits: {id: visit_id, channel: channel, pages: pages}
          """);
    }
  }

  private void writeCarts() throws IOException {
    csv(
        "carts.csv",
        List.of("cart_id", "customer", "time", "step", "value"),
        rows.ofEvents(
            Cart.class, cart -> List.of(Words.of(cart.step()), GeneratedRows.text(cart.value()))),
        """
            time: time
            carts: {id: cart_id, step: step, value: value}
        """);
  }

  private void writeMessages() throws IOException {
    csv(
        "emails.csv.gz",
        List.of("email_id", "customer", "time", "action"),
        rows.ofEvents(Message.class, message -> List.of(action(message.step()))),
        """
            time: time
            messages:
              id: email_id
              step: {column: action, words: {send: sent, open: opened, click: clicked}}
              channel: {constant: email}
        """);
  }

  private void writeProfiles() throws IOException {
    csv(
        "profiles.csv",
        List.of("customer", "joined", "age", "household", "country", "device", "newsletter"),
        rows.ofAttributes(PROFILE),
        """
            knownSince: joined
            attributes:
              - {column: age, basis: demographic, type: number}
              - {column: household, basis: demographic, type: category}
              - {column: country, basis: geographic, type: category}
              - {column: device, basis: technographic, type: category}
              - {column: newsletter, basis: behavioural, type: yes_no}
        """);
  }

  private void writeSurvey() throws IOException {
    List<String> header = new ArrayList<>(List.of("customer", "answered"));
    header.addAll(SyntheticSegment.QUESTIONS);
    csv(
        "survey.csv",
        header,
        rows.ofAttributes(SyntheticSegment.QUESTIONS),
        """
            knownSince: answered
            attributes:
              - {from: %s, to: %s, basis: psychographic, type: scale, lowest: 1, highest: 5}
        """
            .formatted(
                SyntheticSegment.QUESTIONS.getFirst(), SyntheticSegment.QUESTIONS.getLast()));
  }

  private void writeTruth() throws IOException {
    CsvFile.write(
        folder.resolve(GeneratedCustomers.TRUTH_FILE),
        Truth.COLUMNS,
        generated.customers().stream().map(customer -> customer.truth().cells()).toList());
    CsvFile.write(
        folder.resolve(GeneratedCustomers.FUTURE_ORDERS_FILE),
        List.of("order_id", "customer", "time", "amount"),
        rows.ofFutureOrders());
  }

  private void csv(String file, List<String> header, List<List<String>> cells, String meaning)
      throws IOException {
    if (!cells.isEmpty()) {
      CsvFile.write(folder.resolve(file), header, cells);
      table(file, meaning);
    }
  }

  private void table(String file, String meaning) {
    mapping.append("  - files: %s\n    customer: customer\n".formatted(file)).append(meaning);
  }

  private static String action(Message.Step step) {
    return switch (step) {
      case SENT -> "send";
      case OPENED -> "open";
      case CLICKED -> "click";
    };
  }
}
