package io.kindred.serving.service;

import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Events from requests, every bad field of them told.
final class EventReader {
  private static final int MOST_LINES = 10_000;

  private final String currency;
  private final io.kindred.v1.Event message;
  private final Place place;
  private final Violations violations;

  private EventReader(
      String currency, io.kindred.v1.Event message, Place place, Violations violations) {
    this.currency = currency;
    this.message = message;
    this.place = place;
    this.violations = violations;
  }

  /// The event that a message holds; none where it has violations.
  ///
  /// @param currency the bundle's, the only one that an order may name
  static Optional<Event> read(
      String currency, io.kindred.v1.Event message, Place place, Violations violations) {
    int before = violations.count();
    Optional<Event> event = new EventReader(currency, message, place, violations).event();
    return violations.count() == before ? event : Optional.empty();
  }

  private Optional<Event> event() {
    String id = Texts.id(message.getId(), place.field("id"), violations);
    Instant time = time();
    Instant knownSince =
        message.hasKnownSince()
            ? Times.read(message.getKnownSince(), place.field("known_since"), violations)
            : time;
    Optional<Event> event =
        switch (message.getKindCase()) {
          case ORDER -> Optional.of(order(id, time));
          case RETURNED -> Optional.of(returned(id, time));
          case VISIT -> Optional.of(visit(id, time));
          case CART -> cart(id, time);
          case MESSAGE -> message(id, time);
          case SUBSCRIPTION -> subscription(id, time);
          case SUPPORT_CONTACT -> Optional.of(supportContact(id, time));
          case CUSTOM -> custom(id, time);
          case KIND_NOT_SET -> {
            violations.add(
                place.field("kind"),
                "is missing (expected one of order, returned, visit, cart, message, subscription,"
                    + " support_contact, custom)");
            yield Optional.empty();
          }
        };
    return event.map(known -> LateEvent.of(known, knownSince));
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
    if (!order.getCurrency().isEmpty() && !order.getCurrency().equals(currency)) {
      violations.add(
          here.field("currency"),
          "is %s (expected %s, the bundle's, or none; convert the amounts)"
              .formatted(Quoted.of(order.getCurrency()), currency));
    }
    return new Order(
        id,
        time,
        amount(order.getAmount(), here.field("amount"), "send money back as a Return"),
        amount(order.getItems(), here.field("items"), "send goods back as a Return"),
        word(order.getCategory(), here.field("category")),
        word(order.getChannel(), here.field("channel")),
        word(order.getDiscount(), here.field("discount")),
        word(order.getProduct(), here.field("product")),
        word(order.getStore(), here.field("store")),
        lines(order.getLinesList(), here));
  }

  private List<OrderLine> lines(List<io.kindred.v1.OrderLine> messages, Place order) {
    if (violations.addIfOver(MOST_LINES, messages.size(), order.field("lines"))) {
      return List.of();
    }
    List<OrderLine> lines = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      io.kindred.v1.OrderLine line = messages.get(i);
      Place here = order.item("lines", i);
      lines.add(
          new OrderLine(
              word(line.getProduct(), here.field("product")),
              word(line.getCategory(), here.field("category")),
              amount(line.getAmount(), here.field("amount"), "send money back as a Return"),
              amount(line.getItems(), here.field("items"), "send goods back as a Return")));
    }
    return lines;
  }

  private Event returned(String id, Instant time) {
    var returned = message.getReturned();
    Place here = place.field("returned");
    return new Return(
        id,
        time,
        amount(returned.getAmount(), here.field("amount"), "money back is a positive sum here"),
        amount(returned.getItems(), here.field("items"), "pieces back are a positive count here"),
        word(returned.getCategory(), here.field("category")),
        word(returned.getProduct(), here.field("product")));
  }

  private Event visit(String id, Instant time) {
    var visit = message.getVisit();
    Place here = place.field("visit");
    return new Visit(
        id,
        time,
        word(visit.getChannel(), here.field("channel")),
        amount(visit.getPages(), here.field("pages"), "0 where it is unknown"),
        word(visit.getDevice(), here.field("device")),
        word(visit.getReferrer(), here.field("referrer")));
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
    Place here = place.field("message");
    String channel = word(sent.getChannel(), here.field("channel"));
    String campaign = word(sent.getCampaign(), here.field("campaign"));
    Optional<Message.Step> step =
        switch (sent.getStep()) {
          case MESSAGE_STEP_SENT -> Optional.of(Message.Step.SENT);
          case MESSAGE_STEP_OPENED -> Optional.of(Message.Step.OPENED);
          case MESSAGE_STEP_CLICKED -> Optional.of(Message.Step.CLICKED);
          case MESSAGE_STEP_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    if (step.isEmpty()) {
      violations.add(
          here.field("step"),
          "is %d (expected MESSAGE_STEP_SENT, MESSAGE_STEP_OPENED or MESSAGE_STEP_CLICKED)"
              .formatted(sent.getStepValue()));
    }
    return step.map(known -> new Message(id, time, known, channel, campaign));
  }

  private Optional<Event> subscription(String id, Instant time) {
    var subscription = message.getSubscription();
    Place here = place.field("subscription");
    String plan = word(subscription.getPlan(), here.field("plan"));
    double amount =
        amount(subscription.getAmount(), here.field("amount"), "send money back as a Return");
    Optional<Subscription.Step> step =
        switch (subscription.getStep()) {
          case SUBSCRIPTION_STEP_STARTED -> Optional.of(Subscription.Step.STARTED);
          case SUBSCRIPTION_STEP_RENEWED -> Optional.of(Subscription.Step.RENEWED);
          case SUBSCRIPTION_STEP_CANCELLED -> Optional.of(Subscription.Step.CANCELLED);
          case SUBSCRIPTION_STEP_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    if (step.isEmpty()) {
      violations.add(
          here.field("step"),
          "is %d (expected SUBSCRIPTION_STEP_STARTED, SUBSCRIPTION_STEP_RENEWED or SUBSCRIPTION_STEP_CANCELLED)"
              .formatted(subscription.getStepValue()));
    }
    return step.map(known -> new Subscription(id, time, known, plan, amount));
  }

  private Event supportContact(String id, Instant time) {
    var contact = message.getSupportContact();
    Place here = place.field("support_contact");
    return new SupportContact(
        id,
        time,
        word(contact.getChannel(), here.field("channel")),
        word(contact.getTopic(), here.field("topic")));
  }

  private Optional<Event> custom(String id, Instant time) {
    var custom = message.getCustom();
    Place here = place.field("custom");
    String name =
        Texts.required(
            custom.getName(),
            here.field("name"),
            "expected its kind, such as webinar_attended",
            violations);
    double value = Numbers.value(custom.getValue(), here.field("value"), violations);
    return properties(custom.getPropertiesMap(), here)
        .map(properties -> new CustomEvent(id, time, name, value, properties));
  }

  /// The properties; none where they have violations.
  private Optional<SortedMap<String, String>> properties(
      Map<String, String> properties, Place custom) {
    int before = violations.count();
    if (violations.addIfOver(
        CustomEvent.MOST_PROPERTIES, properties.size(), custom.field("properties"))) {
      return Optional.empty();
    }
    properties.forEach((name, word) -> {
      Place here = custom.entry("properties", name);
      int characters = Texts.characters(name);
      if (name.isBlank() || name.contains("=")) {
        violations.add(here, "has a blank name or one with a '=' (expected such as 'topic')");
      } else if (characters > Texts.LONGEST_WORD) {
        violations.add(
            here,
            "has a name of %d characters (expected at most %d)"
                .formatted(characters, Texts.LONGEST_WORD));
      }
      word(word, here);
    });
    return violations.count() == before ? Optional.of(new TreeMap<>(properties)) : Optional.empty();
  }

  private String word(String word, Place field) {
    return Texts.word(word, field, violations);
  }

  private double amount(double amount, Place field, String remedy) {
    return Numbers.amount(amount, field, remedy, violations);
  }
}
