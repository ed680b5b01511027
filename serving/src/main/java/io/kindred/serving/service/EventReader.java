package io.kindred.serving.service;

import io.kindred.features.Cart;
import io.kindred.features.Event;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.time.Instant;
import java.util.Optional;

/// Events from requests, every bad field of them told.
final class EventReader {
  private final io.kindred.v1.Event message;
  private final Place place;
  private final Violations violations;

  private EventReader(io.kindred.v1.Event message, Place place, Violations violations) {
    this.message = message;
    this.place = place;
    this.violations = violations;
  }

  /// The event that a message holds; none where it has violations.
  static Optional<Event> read(io.kindred.v1.Event message, Place place, Violations violations) {
    int before = violations.count();
    Optional<Event> event = new EventReader(message, place, violations).event();
    return violations.count() == before ? event : Optional.empty();
  }

  private Optional<Event> event() {
    String id = id();
    Instant time = time();
    return switch (message.getKindCase()) {
      case ORDER -> Optional.of(order(id, time));
      case RETURNED -> Optional.of(returned(id, time));
      case VISIT -> Optional.of(visit(id, time));
      case CART -> cart(id, time);
      case MESSAGE -> message(id, time);
      case KIND_NOT_SET -> {
        violations.add(
            place.field("kind"),
            "is missing (expected one of order, returned, visit, cart, message)");
        yield Optional.empty();
      }
    };
  }

  private String id() {
    if (message.getId().isEmpty()) {
      violations.add(
          place.field("id"), "is empty (expected a text that no other event of the customer has)");
      return "missing";
    }
    return message.getId();
  }

  private Instant time() {
    if (!message.hasTime()) {
      violations.add(place.field("time"), "is missing (expected when it happened)");
      return Instant.EPOCH;
    }
    return Times.read(message.getTime(), place.field("time"), violations);
  }

  private Event order(String id, Instant time) {
    var order = message.getOrder();
    Place here = place.field("order");
    return new Order(
        id,
        time,
        amount(order.getAmount(), here.field("amount"), "send money back as a Return"),
        amount(order.getItems(), here.field("items"), "send goods back as a Return"),
        order.getCategory(),
        order.getChannel(),
        order.getDiscount());
  }

  private Event returned(String id, Instant time) {
    var returned = message.getReturned();
    Place here = place.field("returned");
    return new Return(
        id,
        time,
        amount(returned.getAmount(), here.field("amount"), "money back is a positive sum here"),
        amount(returned.getItems(), here.field("items"), "pieces back are a positive count here"));
  }

  private Event visit(String id, Instant time) {
    var visit = message.getVisit();
    Place pages = place.field("visit").field("pages");
    return new Visit(
        id, time, visit.getChannel(), amount(visit.getPages(), pages, "0 where it is unknown"));
  }

  private Optional<Event> cart(String id, Instant time) {
    var cart = message.getCart();
    Place here = place.field("cart");
    double value = amount(cart.getValue(), here.field("value"), "0 where it is unknown");
    Optional<Cart.Step> step =
        switch (cart.getStep()) {
          case CART_STEP_FILLED -> Optional.of(Cart.Step.FILLED);
          case CART_STEP_ABANDONED -> Optional.of(Cart.Step.ABANDONED);
          case CART_STEP_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    if (step.isEmpty()) {
      violations.add(
          here.field("step"),
          "is %d (expected CART_STEP_FILLED or CART_STEP_ABANDONED)"
              .formatted(cart.getStepValue()));
    }
    return step.map(known -> new Cart(id, time, known, value));
  }

  private Optional<Event> message(String id, Instant time) {
    var sent = message.getMessage();
    Optional<Message.Step> step =
        switch (sent.getStep()) {
          case MESSAGE_STEP_SENT -> Optional.of(Message.Step.SENT);
          case MESSAGE_STEP_OPENED -> Optional.of(Message.Step.OPENED);
          case MESSAGE_STEP_CLICKED -> Optional.of(Message.Step.CLICKED);
          case MESSAGE_STEP_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    if (step.isEmpty()) {
      violations.add(
          place.field("message").field("step"),
          "is %d (expected MESSAGE_STEP_SENT, MESSAGE_STEP_OPENED or MESSAGE_STEP_CLICKED)"
              .formatted(sent.getStepValue()));
    }
    return step.map(known -> new Message(id, time, known, sent.getChannel()));
  }

  private double amount(double amount, Place field, String remedy) {
    return Numbers.amount(amount, field, remedy, violations);
  }
}
