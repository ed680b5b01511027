package io.kindred.datasets.generator;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A table for each kind of event, in each of the formats that the reader knows.
final class SeparateTables implements EventTables {
  private final GeneratorOptions options;
  private final ScenarioDefinition scenario;
  private final Path folder;
  private final boolean products;
  private final OutputTable<OrderRow> orders;
  private final OutputTable<EventRow<Return>> returns;
  private final OutputTable<EventRow<Visit>> visits;
  private final OutputTable<EventRow<Cart>> carts;
  private final OutputTable<EventRow<Message>> messages;
  private final OutputTable<EventRow<Subscription>> subscriptions;
  private final OutputTable<EventRow<SupportContact>> support;
  private final OutputTable<EventRow<CustomEvent>> custom;

  /// @param folder new and empty
  SeparateTables(GeneratorOptions options, Path folder) {
    this.options = options;
    this.scenario = options.scenario().definition();
    this.folder = folder;
    this.products = !scenario.products().isEmpty();
    this.orders = orders();
    this.returns = returns();
    this.visits = visits();
    this.carts =
        table(
            "carts.csv",
            "cart_id",
            List.of(
                Field.text("step", row -> word(row.event().step())),
                Field.number("value", row -> row.event().value())),
            "carts: {id: cart_id%s, step: step, value: value}".formatted(knownSince()));
    this.messages = messages();
    this.subscriptions = subscriptions();
    this.support =
        table(
            "support.csv",
            "case_id",
            List.of(
                Field.text("channel", row -> row.event().channel()),
                Field.text("topic", row -> row.event().topic())),
            "support: {id: case_id%s, channel: channel, topic: topic}".formatted(knownSince()));
    this.custom = custom();
  }

  /// An order, or a line of one.
  private record OrderRow(EventRow<Order> row, OrderLine line) {}

  @Override
  public void add(EventRow<Event> row) {
    switch (row.event()) {
      case Order order -> {
        for (OrderLine line : linesOf(order)) {
          orders.add(new OrderRow(of(row, order), line));
        }
      }
      case Return back -> returns.add(of(row, back));
      case Visit visit -> visits.add(of(row, visit));
      case Cart cart -> carts.add(of(row, cart));
      case Message message -> messages.add(of(row, message));
      case Subscription subscription -> subscriptions.add(of(row, subscription));
      case SupportContact contact -> support.add(of(row, contact));
      case CustomEvent own -> custom.add(of(row, own));
      case LateEvent late ->
          add(new EventRow<>(row.customer(), row.account(), late.event(), late.knownSince()));
    }
  }

  @Override
  public Stream<OutputTable<?>> tables() {
    return Stream.of(orders, returns, visits, carts, messages, subscriptions, support, custom);
  }

  private OutputTable<OrderRow> orders() {
    List<Field<OrderRow>> fields = new ArrayList<>();
    SeparateTables.<Order>lead("order_id", options)
        .forEach(field ->
            fields.add(
                new Field<>(
                    field.heading(), (writer, row) -> field.cell().accept(writer, row.row()))));
    fields.add(Field.number("amount", row -> row.line().amount()));
    fields.add(Field.number("items", row -> row.line().items()));
    fields.add(Field.text("category", row -> row.line().category()));
    fields.add(Field.text("channel", row -> row.row().event().channel()));
    fields.add(Field.text("discount", row -> row.row().event().discount()));
    String keys = "amount: amount, items: items, category: category, channel: channel";
    if (products) {
      fields.add(Field.text("product", row -> row.line().product()));
      fields.add(Field.text("store", row -> row.row().event().store()));
      keys = "lines: true, " + keys + ", product: product, store: store";
    }
    return new OutputTable<>(
        folder.resolve("orders.csv"),
        fields,
        List.of(),
        mapping("orders: {id: order_id%s, %s, discount: discount}".formatted(knownSince(), keys)));
  }

  private OutputTable<EventRow<Return>> returns() {
    List<Field<EventRow<Return>>> fields = new ArrayList<>();
    fields.add(Field.number("amount", row -> row.event().amount()));
    fields.add(Field.number("items", row -> row.event().items()));
    if (products) {
      fields.add(Field.text("category", row -> row.event().category()));
      fields.add(Field.text("product", row -> row.event().product()));
    }
    return table(
        "returns.csv",
        "return_id",
        fields,
        "returns: {id: return_id%s, amount: amount, items: items%s}"
            .formatted(knownSince(), products ? ", category: category, product: product" : ""));
  }

  private OutputTable<EventRow<Visit>> visits() {
    List<Field<EventRow<Visit>>> fields = new ArrayList<>();
    fields.add(Field.text("channel", row -> row.event().channel()));
    fields.add(Field.number("pages", row -> row.event().pages()));
    boolean devices =
        scenario.segments().stream().anyMatch(segment -> !segment.visitDevices().isEmpty());
    if (devices) {
      fields.add(Field.text("device", row -> row.event().device()));
      fields.add(Field.text("referrer", row -> row.event().referrer()));
    }
    return table(
        "visits.parquet",
        "visit_id",
        fields,
        "visits: {id: visit_id%s, channel: channel, pages: pages%s}"
            .formatted(knownSince(), devices ? ", device: device, referrer: referrer" : ""));
  }

  private OutputTable<EventRow<Message>> messages() {
    List<Field<EventRow<Message>>> fields = new ArrayList<>();
    fields.add(Field.text("action", row -> action(row.event().step())));
    boolean channels =
        scenario.segments().stream().anyMatch(segment -> !segment.messageChannels().isEmpty());
    boolean campaigns = !scenario.campaigns().isEmpty() || options.twists().experiment();
    if (channels) {
      fields.add(Field.text("channel", row -> row.event().channel()));
    }
    if (campaigns) {
      fields.add(Field.text("campaign", row -> row.event().campaign()));
    }
    return table(
        channels ? "messages.csv.gz" : "emails.csv.gz",
        channels ? "message_id" : "email_id",
        fields,
        """
        messages:
              id: %s%s
              step: {column: action, words: {send: sent, open: opened, click: clicked}}
              channel: %s%s\
        """
            .formatted(
                channels ? "message_id" : "email_id",
                options.twists().late() > 0 ? "\n      knownSince: known_since" : "",
                channels ? "channel" : "{constant: email}",
                campaigns ? "\n      campaign: campaign" : ""));
  }

  private OutputTable<EventRow<Subscription>> subscriptions() {
    List<Field<EventRow<Subscription>>> fields =
        List.of(
            Field.text("step", row -> word(row.event().step())),
            Field.text("plan", row -> row.event().plan()),
            Field.number("amount", row -> row.event().amount()));
    String meaning =
        "subscriptions: {id: subscription_id%s, step: step, plan: plan, amount: amount}"
            .formatted(knownSince());
    if (!scenario.hasAccounts()) {
      return table("subscriptions.csv", "subscription_id", fields, meaning);
    }
    List<Field<EventRow<Subscription>>> all = new ArrayList<>();
    all.add(Field.text("subscription_id", EventRow::fileId));
    all.add(Field.text("account", EventRow::account));
    all.add(Field.moment("time", row -> row.event().time()));
    if (options.twists().late() > 0) {
      all.add(Field.moment("known_since", EventRow::knownSince));
    }
    all.addAll(fields);
    return new OutputTable<>(
        folder.resolve("subscriptions.csv"),
        all,
        List.of(),
        MappingText.ACCOUNT_ROWS + "    time: time\n    " + meaning + "\n");
  }

  private OutputTable<EventRow<CustomEvent>> custom() {
    List<Field<EventRow<CustomEvent>>> fields = new ArrayList<>();
    fields.add(Field.text("name", row -> row.event().name()));
    fields.add(Field.number("value", row -> row.event().value()));
    List<String> properties = OwnProperties.of(options);
    properties.forEach(property ->
        fields.add(
            Field.text(property, row -> row.event().properties().getOrDefault(property, ""))));
    return table(
        "own_events.csv",
        "event_id",
        fields,
        "custom: {id: event_id%s, name: name, value: value, properties: %s}"
            .formatted(knownSince(), OwnProperties.mapping(properties)));
  }

  private <E extends Event> OutputTable<EventRow<E>> table(
      String file, String id, List<Field<EventRow<E>>> fields, String meaning) {
    List<Field<EventRow<E>>> all = new ArrayList<>(lead(id, options));
    all.addAll(fields);
    return new OutputTable<>(folder.resolve(file), all, List.of(), mapping(meaning));
  }

  private String knownSince() {
    return options.twists().late() > 0 ? ", knownSince: known_since" : "";
  }

  private String mapping(String meaning) {
    return MappingText.customer(scenario) + "    time: time\n    " + meaning + "\n";
  }

  private static <E extends Event> List<Field<EventRow<E>>> lead(
      String id, GeneratorOptions options) {
    List<Field<EventRow<E>>> fields = new ArrayList<>();
    fields.add(Field.text(id, EventRow::fileId));
    fields.add(Field.text("customer", EventRow::customer));
    if (options.scenario().definition().hasAccounts()) {
      fields.add(Field.text("account", EventRow::account));
    }
    fields.add(Field.moment("time", row -> row.event().time()));
    if (options.twists().late() > 0) {
      fields.add(Field.moment("known_since", EventRow::knownSince));
    }
    return fields;
  }

  private static <E extends Event> EventRow<E> of(EventRow<Event> row, E event) {
    return new EventRow<>(row.customer(), row.account(), event, row.knownSince());
  }

  private static List<OrderLine> linesOf(Order order) {
    return order.lines().isEmpty()
        ? List.of(new OrderLine(order.product(), order.category(), order.amount(), order.items()))
        : order.lines();
  }

  private static String action(Message.Step step) {
    return switch (step) {
      case SENT -> "send";
      case OPENED -> "open";
      case CLICKED -> "click";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
