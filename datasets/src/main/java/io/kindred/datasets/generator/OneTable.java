package io.kindred.datasets.generator;

import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One Parquet table of all events in the order of time, with a column for whatever any kind of
/// event has. Orders are whole in it, without their lines.
final class OneTable implements EventTables {
  private final OutputTable<EventRow<Event>> events;

  OneTable(GeneratorOptions options, Path folder) {
    ScenarioDefinition scenario = options.scenario().definition();
    List<String> properties = OwnProperties.of(options);
    List<Field<EventRow<Event>>> fields = new ArrayList<>();
    fields.add(Field.text("customer", EventRow::customer));
    if (scenario.hasAccounts()) {
      fields.add(Field.text("account", EventRow::account));
    }
    fields.add(Field.moment("time", row -> row.event().time()));
    fields.add(Field.moment("known_since", EventRow::knownSince));
    fields.add(Field.text("kind", row -> kind(row.event())));
    fields.add(Field.text("id", EventRow::fileId));
    fields.add(Field.text("step", row -> step(row.event())));
    fields.add(Field.number("amount", row -> amount(row.event())));
    fields.add(Field.number("items", row -> items(row.event())));
    for (EventWord word : EventWord.values()) {
      fields.add(Field.text(word.column(), row -> word.of(row.event())));
    }
    for (String property : properties) {
      fields.add(Field.text(property, row -> property(row.event(), property)));
    }
    String rows =
        """
            time: time
            orders:
              where: {column: kind, is: order}
              id: id
              amount: amount
              items: items
              category: category
              product: product
              channel: channel
              discount: discount
              store: store
            returns:
              where: {column: kind, is: return}
              id: id
              amount: amount
              items: items
              category: category
              product: product
            visits:
              where: {column: kind, is: visit}
              id: id
              channel: channel
              pages: items
              device: device
              referrer: referrer
            carts:
              where: {column: kind, is: cart}
              id: id
              step: step
              value: amount
            messages:
              where: {column: kind, is: message}
              id: id
              step: step
              channel: channel
              campaign: campaign
            support:
              where: {column: kind, is: support}
              id: id
              channel: channel
              topic: topic
            custom:
              where: {column: kind, is: custom}
              id: id
              name: name
              value: amount
              properties: %s
        """
            .formatted(OwnProperties.mapping(properties));
    String subscriptions =
        """
            subscriptions:
              where: {column: kind, is: subscription}
              id: id
              step: step
              plan: plan
              amount: amount
        """;
    if (options.twists().late() > 0) {
      rows = rows.replace("      id: id\n", "      id: id\n      knownSince: known_since\n");
    }
    String mapping =
        scenario.hasAccounts()
            ? "    where: {column: customer, blank: false}\n"
                + MappingText.customer(scenario)
                + rows
                + "  - files: events.parquet\n"
                + "    where: {column: customer, blank: true}\n"
                + MappingText.ACCOUNT_ROWS
                + "    time: time\n"
                + subscriptions
            : MappingText.customer(scenario) + rows + subscriptions;
    this.events =
        new OutputTable<>(
            folder.resolve("events.parquet"), fields, List.of("time", "customer", "id"), mapping);
  }

  @Override
  public void add(EventRow<Event> row) {
    events.add(
        row.event() instanceof LateEvent late
            ? new EventRow<>(row.customer(), row.account(), late.event(), late.knownSince())
            : row);
  }

  @Override
  public Stream<OutputTable<?>> tables() {
    return Stream.of(events);
  }

  /// A column with a word that some kinds of event have.
  private enum EventWord {
    CATEGORY,
    PRODUCT,
    CHANNEL,
    DISCOUNT,
    STORE,
    DEVICE,
    REFERRER,
    CAMPAIGN,
    PLAN,
    TOPIC,
    NAME;

    String column() {
      return word(this);
    }

    String of(Event event) {
      return switch (event) {
        case Order order ->
            switch (this) {
              case CATEGORY -> order.category();
              case PRODUCT -> order.product();
              case CHANNEL -> order.channel();
              case DISCOUNT -> order.discount();
              case STORE -> order.store();
              case DEVICE, REFERRER, CAMPAIGN, PLAN, TOPIC, NAME -> "";
            };
        case Return back ->
            this == CATEGORY ? back.category() : this == PRODUCT ? back.product() : "";
        case Visit visit ->
            this == CHANNEL
                ? visit.channel()
                : this == DEVICE ? visit.device() : this == REFERRER ? visit.referrer() : "";
        case Message message ->
            this == CHANNEL ? message.channel() : this == CAMPAIGN ? message.campaign() : "";
        case Subscription subscription -> this == PLAN ? subscription.plan() : "";
        case SupportContact contact ->
            this == CHANNEL ? contact.channel() : this == TOPIC ? contact.topic() : "";
        case CustomEvent own -> this == NAME ? own.name() : "";
        case Cart _ -> "";
        case LateEvent late -> of(late.event());
      };
    }
  }

  private static String kind(Event event) {
    return switch (event) {
      case Order _ -> "order";
      case Return _ -> "return";
      case Visit _ -> "visit";
      case Cart _ -> "cart";
      case Message _ -> "message";
      case Subscription _ -> "subscription";
      case SupportContact _ -> "support";
      case CustomEvent _ -> "custom";
      case LateEvent late -> kind(late.event());
    };
  }

  private static String step(Event event) {
    return switch (event) {
      case Cart cart -> word(cart.step());
      case Message message -> word(message.step());
      case Subscription subscription -> word(subscription.step());
      case LateEvent late -> step(late.event());
      case Order _, Return _, Visit _, SupportContact _, CustomEvent _ -> "";
    };
  }

  private static double amount(Event event) {
    return switch (event) {
      case Order order -> order.amount();
      case Return back -> back.amount();
      case Cart cart -> cart.value();
      case Subscription subscription -> subscription.amount();
      case CustomEvent own -> own.value();
      case LateEvent late -> amount(late.event());
      case Visit _, Message _, SupportContact _ -> Double.NaN;
    };
  }

  private static double items(Event event) {
    return switch (event) {
      case Order order -> order.items();
      case Return back -> back.items();
      case Visit visit -> visit.pages();
      case LateEvent late -> items(late.event());
      case Cart _, Message _, Subscription _, SupportContact _, CustomEvent _ -> Double.NaN;
    };
  }

  private static String property(Event event, String name) {
    return event instanceof CustomEvent own ? own.properties().getOrDefault(name, "") : "";
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
