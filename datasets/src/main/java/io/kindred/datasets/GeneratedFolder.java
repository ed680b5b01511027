package io.kindred.datasets;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes synthetic customers as files, in each of the formats that the reader knows.
final class GeneratedFolder {
  private static final List<String> PROFILE =
      List.of("age", "household", "country", "device", "newsletter");

  private final GeneratedCustomers generated;
  private final Path folder;
  private final StringBuilder mapping = new StringBuilder();

  private GeneratedFolder(GeneratedCustomers generated, Path folder) {
    this.generated = generated;
    this.folder = folder;
  }

  static void write(GeneratedCustomers generated, Path folder) {
    Path target = folder.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      Path unfinished =
          Files.createDirectory(target.resolveSibling(".unfinished-" + UUID.randomUUID()));
      try {
        new GeneratedFolder(generated, unfinished).write();
        Files.deleteIfExists(target);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(unfinished);
      }
    } catch (DirectoryNotEmptyException e) {
      throw new DatasetException(
          "%s: the folder is not empty (expected a new or empty folder; name another or empty it)"
              .formatted(folder),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to %s".formatted(folder), e);
    }
  }

  private void write() throws IOException {
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
        rows(
            Order.class,
            order ->
                List.of(
                    text(order.amount()),
                    text(order.items()),
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
        rows(Return.class, back -> List.of(text(back.amount()), text(back.items()))),
        """
            time: time
            returns: {id: return_id, amount: amount, items: items}
        """);
  }

  private void writeVisits() {
    List<List<String>> rows =
        rows(Visit.class, visit -> List.of(visit.channel(), text(visit.pages())));
    if (!rows.isEmpty()) {
      VisitsParquet.write(folder.resolve("visits.parquet"), rows);
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
        rows(Cart.class, cart -> List.of(Words.of(cart.step()), text(cart.value()))),
        """
            time: time
            carts: {id: cart_id, step: step, value: value}
        """);
  }

  private void writeMessages() throws IOException {
    csv(
        "emails.csv.gz",
        List.of("email_id", "customer", "time", "action"),
        rows(Message.class, message -> List.of(action(message.step()))),
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
        attributeRows(PROFILE),
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
        attributeRows(SyntheticSegment.QUESTIONS),
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
    List<List<String>> future = new ArrayList<>();
    for (GeneratedCustomer customer : generated.customers()) {
      for (Event event : customer.future().events()) {
        if (event instanceof Order order) {
          future.add(
              List.of(
                  fileId(order),
                  customer.id().value(),
                  order.time().toString(),
                  text(order.amount())));
        }
      }
    }
    CsvFile.write(
        folder.resolve(GeneratedCustomers.FUTURE_ORDERS_FILE),
        List.of("order_id", "customer", "time", "amount"),
        future);
  }

  private void csv(String file, List<String> header, List<List<String>> rows, String meaning)
      throws IOException {
    if (!rows.isEmpty()) {
      CsvFile.write(folder.resolve(file), header, rows);
      table(file, meaning);
    }
  }

  private void table(String file, String meaning) {
    mapping.append("  - files: %s\n    customer: customer\n".formatted(file)).append(meaning);
  }

  /// Id, customer and time of each known event of a kind, and then what `cells` says.
  private <E extends Event> List<List<String>> rows(
      Class<E> kind, Function<E, List<String>> cells) {
    List<List<String>> rows = new ArrayList<>();
    for (GeneratedCustomer customer : generated.customers()) {
      for (Event event : customer.known().events()) {
        if (kind.isInstance(event)) {
          List<String> row =
              new ArrayList<>(
                  List.of(fileId(event), customer.id().value(), event.time().toString()));
          row.addAll(cells.apply(kind.cast(event)));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /// One row for each customer of whom any of the attributes is known.
  private List<List<String>> attributeRows(List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    for (GeneratedCustomer customer : generated.customers()) {
      Map<String, Attribute> byName = new HashMap<>();
      customer.known().attributes().forEach(one -> byName.put(one.name(), one));
      names.stream()
          .map(byName::get)
          .filter(byName::containsValue)
          .findFirst()
          .ifPresent(any -> {
            List<String> row =
                new ArrayList<>(List.of(customer.id().value(), any.knownSince().toString()));
            names.forEach(
                name -> row.add(byName.containsKey(name) ? text(byName.get(name).value()) : ""));
            rows.add(row);
          });
    }
    return rows;
  }

  /// An event's id without the kind that the reader puts before it.
  private static String fileId(Event event) {
    return event.id().substring(event.id().indexOf(':') + 1);
  }

  private static String action(Message.Step step) {
    return switch (step) {
      case SENT -> "send";
      case OPENED -> "open";
      case CLICKED -> "click";
    };
  }

  private static String text(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Quantity quantity -> text(quantity.value());
      case AttributeValue.Category category -> category.value();
      case AttributeValue.ScalePoint point -> Integer.toString(point.value());
      case AttributeValue.YesNo yesNo -> yesNo.value() ? "yes" : "no";
    };
  }

  private static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
