package io.kindred.training.check;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.EventKind;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Something that can be measured of every customer, to see what goes together with what.
///
/// @param more a high number in words: `the more visits`
/// @param less a low one: `the fewer visits`
/// @param family parameters of one family go together by construction and are not compared
/// @param of a customer's number; NaN where it is unknown
record CustomerParameter(
    String name, String more, String less, String family, ToDoubleFunction<Customer> of) {

  /// What the kinds of event there are allow to measure, and every attribute with an order.
  static List<CustomerParameter> of(
      List<EventKind> kinds, List<AttributeDefinition> attributes, Instant asOf) {
    List<CustomerParameter> all = new ArrayList<>();
    if (kinds.contains(EventKind.ORDER)) {
      all.add(counted("orders", "orders", EventKind.ORDER));
      all.add(
          amount(
              "value of orders",
              "order value",
              customer ->
                  orders(customer).stream()
                      .mapToDouble(Order::amount)
                      .average()
                      .orElse(Double.NaN)));
      all.add(
          amount(
              "number of items of orders",
              "order size",
              customer ->
                  orders(customer).stream()
                      .mapToDouble(Order::items)
                      .average()
                      .orElse(Double.NaN)));
      all.add(
          amount(
              "share of orders with a discount",
              "discounts",
              customer ->
                  share(
                      orders(customer).stream()
                          .filter(order -> !order.discount().isEmpty())
                          .count(),
                      orders(customer).size())));
      all.add(
          new CustomerParameter(
              "product categories",
              "the more product categories",
              "the fewer product categories",
              "orders",
              customer ->
                  orders(customer).isEmpty()
                      ? Double.NaN
                      : new HashSet<>(orders(customer).stream().map(Order::category).toList())
                          .size()));
    }
    if (kinds.contains(EventKind.RETURN)) {
      all.add(
          amount(
              "share of the value returned",
              "returns",
              customer ->
                  orders(customer).isEmpty()
                      ? Double.NaN
                      : events(customer, Return.class).stream().mapToDouble(Return::amount).sum()
                          / Math.max(
                              1e-9, orders(customer).stream().mapToDouble(Order::amount).sum())));
    }
    if (kinds.contains(EventKind.VISIT)) {
      all.add(counted("visits", "visits", EventKind.VISIT));
      all.add(
          amount(
              "number of pages of visits",
              "visit length",
              customer ->
                  events(customer, Visit.class).stream()
                      .mapToDouble(Visit::pages)
                      .average()
                      .orElse(Double.NaN)));
    }
    if (kinds.contains(EventKind.CART_ABANDONED)) {
      all.add(counted("carts left behind", "carts", EventKind.CART_ABANDONED));
    }
    if (kinds.contains(EventKind.MESSAGE_SENT)) {
      all.add(counted("messages received", "messages", EventKind.MESSAGE_SENT));
      all.add(
          amount(
              "share of messages opened",
              "message response",
              customer ->
                  share(
                      count(customer, EventKind.MESSAGE_OPENED),
                      count(customer, EventKind.MESSAGE_SENT))));
    }
    if (kinds.contains(EventKind.SUPPORT_CONTACT)) {
      all.add(counted("support contacts", "support", EventKind.SUPPORT_CONTACT));
    }
    if (!kinds.isEmpty()) {
      all.add(
          new CustomerParameter(
              "days known",
              "the longer known",
              "the more recently known",
              "age",
              customer ->
                  customer.history().events().isEmpty()
                      ? Double.NaN
                      : Duration.between(customer.history().events().getFirst().time(), asOf)
                          .toDays()));
    }
    attributes.stream()
        .filter(CustomerParameter::hasOrder)
        .map(CustomerParameter::of)
        .forEach(all::add);
    return all;
  }

  private static boolean hasOrder(AttributeDefinition attribute) {
    return switch (attribute.type()) {
      case NUMBER, SCALE, YES_NO, DATE -> true;
      case CATEGORY, MULTI_VALUE -> false;
    };
  }

  private static CustomerParameter of(AttributeDefinition attribute) {
    String name = "\"%s\"".formatted(attribute.name());
    boolean yesNo = attribute.type() == AttributeDefinition.Type.YES_NO;
    return new CustomerParameter(
        attribute.name(),
        yesNo ? "the more often " + name : "the higher " + name,
        yesNo ? "the less often " + name : "the lower " + name,
        "attribute " + attribute.name(),
        customer -> {
          double latest = Double.NaN;
          for (Attribute value : AttributeCheck.known(customer)) {
            if (value.name().equals(attribute.name())) {
              latest = number(value.value());
            }
          }
          return latest;
        });
  }

  private static double number(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Quantity quantity -> quantity.value();
      case AttributeValue.ScalePoint point -> point.value();
      case AttributeValue.YesNo yesNo -> yesNo.value() ? 1 : 0;
      case AttributeValue.Day day -> day.value().toEpochDay();
      case AttributeValue.Category _, AttributeValue.Words _ -> Double.NaN;
    };
  }

  private static CustomerParameter counted(String name, String family, EventKind kind) {
    return new CustomerParameter(
        name, "the more " + name, "the fewer " + name, family, customer -> count(customer, kind));
  }

  private static CustomerParameter amount(
      String name, String family, ToDoubleFunction<Customer> of) {
    return new CustomerParameter(
        name, "the higher the " + name, "the lower the " + name, family, of);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private static long count(Customer customer, EventKind kind) {
    return customer.history().events().stream().filter(event -> event.kind() == kind).count();
  }

  private static List<Order> orders(Customer customer) {
    return events(customer, Order.class);
  }

  private static <E extends Event> List<E> events(Customer customer, Class<E> kind) {
    return customer.history().events().stream()
        .map(EventCheck::itself)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
