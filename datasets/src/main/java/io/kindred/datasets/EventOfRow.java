package io.kindred.datasets;

import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.Message;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Makes an event of one row.
@FunctionalInterface
interface EventOfRow {
  /// The event that the row says.
  ///
  /// @param id as the file writes it, or the row's place
  Event make(Row row, String id, Instant time);

  static EventOfRow of(EventMapping.OfOneRow mapping, EventSources sources) {
    return switch (mapping) {
      case EventMapping.Visits visits -> visit(visits, sources);
      case EventMapping.Carts carts -> cart(carts, sources);
      case EventMapping.Messages messages -> message(messages, sources);
      case EventMapping.Subscriptions subscriptions -> subscription(subscriptions, sources);
      case EventMapping.Support support -> supportContact(support, sources);
      case EventMapping.Custom custom -> custom(custom, sources);
    };
  }

  private static EventOfRow visit(EventMapping.Visits visits, EventSources sources) {
    Function<Row, String> channel = sources.word(visits.channel());
    Function<Row, BigDecimal> pages =
        sources.notNegative(visits.pages(), "pages of a visit", "correct the number");
    Function<Row, String> device = sources.word(visits.device());
    Function<Row, String> referrer = sources.word(visits.referrer());
    return (row, id, time) ->
        new Visit(
            "visit:" + id,
            time,
            channel.apply(row),
            pages.apply(row).doubleValue(),
            device.apply(row),
            referrer.apply(row));
  }

  private static EventOfRow cart(EventMapping.Carts carts, EventSources sources) {
    Function<Row, Cart.Step> step = sources.step(carts.step(), Cart.Step.class);
    Function<Row, BigDecimal> value =
        sources.money(carts.value(), carts.currency(), "value of a cart", "correct the number");
    return (row, id, time) -> {
      Cart.Step reached = step.apply(row);
      return new Cart(
          "cart." + Words.of(reached) + ":" + id, time, reached, value.apply(row).doubleValue());
    };
  }

  private static EventOfRow message(EventMapping.Messages messages, EventSources sources) {
    Function<Row, Message.Step> step = sources.step(messages.step(), Message.Step.class);
    Function<Row, String> channel = sources.word(messages.channel());
    Function<Row, String> campaign = sources.word(messages.campaign());
    return (row, id, time) -> {
      Message.Step reached = step.apply(row);
      return new Message(
          "message." + Words.of(reached) + ":" + id,
          time,
          reached,
          channel.apply(row),
          campaign.apply(row));
    };
  }

  private static EventOfRow subscription(
      EventMapping.Subscriptions subscriptions, EventSources sources) {
    Function<Row, Subscription.Step> step =
        sources.step(subscriptions.step(), Subscription.Step.class);
    Function<Row, String> plan = sources.word(subscriptions.plan());
    Function<Row, BigDecimal> amount =
        sources.money(
            subscriptions.amount(),
            subscriptions.currency(),
            "amount of a subscription",
            "map money back under returns");
    return (row, id, time) -> {
      Subscription.Step reached = step.apply(row);
      return new Subscription(
          "subscription." + Words.of(reached) + ":" + id,
          time,
          reached,
          plan.apply(row),
          amount.apply(row).doubleValue());
    };
  }

  private static EventOfRow supportContact(EventMapping.Support support, EventSources sources) {
    Function<Row, String> channel = sources.word(support.channel());
    Function<Row, String> topic = sources.word(support.topic());
    return (row, id, time) ->
        new SupportContact("support:" + id, time, channel.apply(row), topic.apply(row));
  }

  private static EventOfRow custom(EventMapping.Custom custom, EventSources sources) {
    Function<Row, String> name = sources.word(custom.name());
    Function<Row, BigDecimal> value = sources.number(custom.value(), "value of a custom event");
    SortedMap<String, Function<Row, String>> properties = new TreeMap<>();
    custom
        .properties()
        .forEach((called, source) -> properties.put(called, sources.word(Optional.of(source))));
    return (row, id, time) -> {
      String happened = name.apply(row);
      if (happened.isEmpty()) {
        throw row.problem(
            "the name of a custom event is blank (expected what happened, such as webinar_attended;"
                + " leave such rows out with where: {column: ..., blank: false})");
      }
      SortedMap<String, String> words = new TreeMap<>();
      properties.forEach((called, word) -> words.put(called, word.apply(row)));
      return new CustomEvent(
          "custom." + happened + ":" + id, time, happened, value.apply(row).doubleValue(), words);
    };
  }
}
