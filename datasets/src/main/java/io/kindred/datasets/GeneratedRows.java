package io.kindred.datasets;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Event;
import io.kindred.features.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Rows of cells that tell of synthetic customers.
final class GeneratedRows {
  private final GeneratedCustomers generated;

  GeneratedRows(GeneratedCustomers generated) {
    this.generated = generated;
  }

  /// Id, customer and time of each known event of a kind, and then what `cells` says.
  <E extends Event> List<List<String>> ofEvents(Class<E> kind, Function<E, List<String>> cells) {
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
  List<List<String>> ofAttributes(List<String> names) {
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

  /// Orders that no one may fit to, for judging.
  List<List<String>> ofFutureOrders() {
    List<List<String>> rows = new ArrayList<>();
    for (GeneratedCustomer customer : generated.customers()) {
      for (Event event : customer.future().events()) {
        if (event instanceof Order order) {
          rows.add(
              List.of(
                  fileId(order),
                  customer.id().value(),
                  order.time().toString(),
                  text(order.amount())));
        }
      }
    }
    return rows;
  }

  /// An event's id without the kind that the reader puts before it.
  private static String fileId(Event event) {
    return event.id().substring(event.id().indexOf(':') + 1);
  }

  private static String text(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Quantity quantity -> text(quantity.value());
      case AttributeValue.Category category -> category.value();
      case AttributeValue.ScalePoint point -> Integer.toString(point.value());
      case AttributeValue.YesNo yesNo -> yesNo.value() ? "yes" : "no";
      case AttributeValue.Words words -> String.join("|", words.values());
      case AttributeValue.Day day -> day.value().toString();
    };
  }

  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
