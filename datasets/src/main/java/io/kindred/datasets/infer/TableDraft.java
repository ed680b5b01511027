package io.kindred.datasets.infer;

import io.kindred.features.AttributeDefinition.Type;
import io.kindred.features.EventKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The draft of one table of the mapping, line by line.
final class TableDraft {
  private static final List<String> OUTCOME_FILES =
      List.of(
          "truth",
          "label",
          "labels",
          "future",
          "holdout",
          "target",
          "targets",
          "fold",
          "folds",
          "prediction",
          "predictions",
          "ground truth");
  private static final List<String> RETURN_FILES =
      List.of(
          "return",
          "returns",
          "refund",
          "refunds",
          "retur",
          "returer",
          "retouren",
          "ruckgaben",
          "erstattungen",
          "retours",
          "remboursements",
          "devoluciones",
          "reembolsos");
  private static final List<String> ORDER_FILES =
      List.of(
          "order",
          "orders",
          "sales",
          "transactions",
          "tx",
          "purchases",
          "invoices",
          "lines",
          "ordrar",
          "kop",
          "bestellungen",
          "ventes",
          "commandes",
          "pedidos",
          "ventas",
          "receipts",
          "basket",
          "baskets");
  private static final List<String> SUBSCRIPTION_FILES =
      List.of(
          "subscription",
          "subscriptions",
          "contract",
          "contracts",
          "membership",
          "memberships",
          "abonnemang",
          "abonnement",
          "abonnements",
          "abo",
          "abos",
          "vertrage",
          "suscripciones");
  private static final List<String> SUPPORT_FILES =
      List.of(
          "support",
          "tickets",
          "complaints",
          "cases",
          "helpdesk",
          "service calls",
          "kundtjanst",
          "reklamationer",
          "reklamationen",
          "reclamations",
          "quejas");
  private static final Set<EventKind> SUBSCRIPTION =
      EnumSet.of(
          EventKind.SUBSCRIPTION_STARTED,
          EventKind.SUBSCRIPTION_RENEWED,
          EventKind.SUBSCRIPTION_CANCELLED);
  private static final List<String> VISIT_FILES =
      List.of(
          "visit",
          "visits",
          "session",
          "sessions",
          "web",
          "traffic",
          "pageviews",
          "page views",
          "clickstream",
          "besok",
          "besuche",
          "visites",
          "visitas");
  private static final int MOST_FILES_NAMED = 3;
  private static final double LEAST_CONSTANT = 0.95;
  private static final double ONE_ROW_EACH = 0.999;
  private static final int MOST_CATEGORIES = 500;
  private static final int MOST_CHANNELS = 50;
  private static final int KEY = 4;
  private static final int WITHIN = 6;

  private final SampledTable table;
  private final CustomerChoice customer;
  private final LocalDate placeholder;
  private final String placeholderWhy;
  private final Map<String, String> attributesSoFar;
  private final YamlLines yaml;
  private final List<Guess> guesses;
  private final Map<String, String> given = new LinkedHashMap<>();
  private final Set<ColumnFacts> used = new HashSet<>();
  private String timeFormat = "";
  private final Map<String, List<ColumnFacts>> leftOut = new LinkedHashMap<>();

  /// @param placeholder the day from which attributes count as known where no column says it
  /// @param attributesSoFar what the tables before declare, by the attribute's name
  TableDraft(
      SampledTable table,
      CustomerChoice customer,
      LocalDate placeholder,
      String placeholderWhy,
      Map<String, String> attributesSoFar,
      YamlLines yaml,
      List<Guess> guesses) {
    this.table = table;
    this.customer = customer;
    this.placeholder = placeholder;
    this.placeholderWhy = placeholderWhy;
    this.attributesSoFar = attributesSoFar;
    this.yaml = yaml;
    this.guesses = guesses;
    for (ColumnFacts column : table.columns()) {
      given.put(column.name(), column.name());
    }
  }

  /// Writes the table, or a comment where nothing in it is known to be of use.
  void write() {
    if (table.columns().size() == 1) {
      writeNothing("one column, so no table");
      yaml.add(0, "");
      return;
    }
    if (SpokenName.has(table.spokenFile(), List.of("readme", "license", "notes"))) {
      writeNothing("by its name a text about the others");
      yaml.add(0, "");
      return;
    }
    if (SpokenName.has(table.spokenFile(), OUTCOME_FILES)) {
      writeNothing("its name speaks of what is to be predicted or judged, which no input may know");
      yaml.add(0, "");
      return;
    }
    Optional<TimeChoice> time = TimeChoice.ofEvents(table);
    customer.column().ifPresent(used::add);
    Optional<Events> events =
        customer.column().isPresent() && time.isPresent()
            ? events(customer.column().get(), time.get())
            : Optional.empty();
    if (events.isPresent()) {
      writeEvents(events.get(), time.orElseThrow());
    } else if (oneRowEach()) {
      writeAttributes();
    } else {
      writeNothing(
          "several rows a customer, and "
              + (time.isEmpty()
                  ? "no column with times"
                  : "no column that says what was paid or what happened"));
    }
    yaml.add(0, "");
  }

  /// What the rows are.
  ///
  /// @param kinds the kinds of event its words speak of; one where all rows are of it
  /// @param step the column whose words say what happened
  /// @param meanings of the words in it that are known
  private record Events(
      Set<EventKind> kinds,
      Optional<ColumnFacts> step,
      Map<String, EventKind> meanings,
      Optional<OrderColumns> orders) {}

  private Optional<Events> events(ColumnFacts who, TimeChoice time) {
    Optional<ColumnFacts> step =
        table.columns().stream()
            .filter(column -> column.isText() && Role.STEP.isIn(column.spoken()))
            .filter(column -> column.counts().keySet().stream().anyMatch(TableDraft::isStep))
            .findFirst();
    Map<String, EventKind> meanings = new LinkedHashMap<>();
    step.ifPresent(column ->
        column
            .counts()
            .keySet()
            .forEach(word ->
                StepWords.kind(word)
                    .filter(kind -> saysSubscriptions() || !SUBSCRIPTION.contains(kind))
                    .ifPresent(kind -> meanings.put(word, kind))));
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    kinds.addAll(meanings.values());
    Optional<OrderColumns> orders = OrderColumns.of(table, who, time);
    boolean onlyTrade = EnumSet.of(EventKind.ORDER, EventKind.RETURN).containsAll(kinds);
    String file = table.spokenFile();
    boolean severalRows = who.distinct() < ONE_ROW_EACH * who.known();
    if (!kinds.isEmpty() && !onlyTrade) {
      if (orders.isEmpty()) {
        kinds.removeAll(EnumSet.of(EventKind.ORDER, EventKind.RETURN));
      }
      return Optional.of(new Events(kinds, step, meanings, orders));
    }
    if (SpokenName.has(file, SUPPORT_FILES)) {
      return Optional.of(
          new Events(
              EnumSet.of(EventKind.SUPPORT_CONTACT), Optional.empty(), Map.of(), Optional.empty()));
    }
    boolean saysVisits =
        SpokenName.has(file, VISIT_FILES)
            || table.columns().stream().anyMatch(column -> Role.PAGES.is(column.spoken()));
    boolean saysTrade = SpokenName.has(file, ORDER_FILES) || SpokenName.has(file, RETURN_FILES);
    if (orders.isPresent()
        && (saysTrade || !saysVisits)
        && (severalRows || saysTrade || orders.get().id().isPresent())) {
      EventKind kind = SpokenName.has(file, RETURN_FILES) ? EventKind.RETURN : EventKind.ORDER;
      return Optional.of(
          new Events(
              EnumSet.of(kind),
              step.filter(_ -> kind == EventKind.ORDER && kinds.contains(EventKind.RETURN)),
              meanings,
              orders));
    }
    return saysVisits
        ? Optional.of(
            new Events(EnumSet.of(EventKind.VISIT), Optional.empty(), Map.of(), Optional.empty()))
        : Optional.empty();
  }

  private boolean saysSubscriptions() {
    return SpokenName.has(table.spokenFile(), SUBSCRIPTION_FILES)
        || table.columns().stream()
            .anyMatch(column -> SpokenName.has(column.spoken(), SUBSCRIPTION_FILES));
  }

  private static boolean isStep(String word) {
    return StepWords.kind(word).isPresent();
  }

  private boolean oneRowEach() {
    return customer.column().map(column -> column.isUnique() && column.blank() == 0).orElse(true);
  }

  private void begin(String what) {
    yaml.comment(
        2,
        "%s: %s%d rows%s, %d columns"
            .formatted(
                what,
                table.files().size() > 1 ? table.files().size() + " files, " : "",
                table.rows(),
                table.whole() ? "" : " looked at",
                table.columns().size()));
    table
        .unreadable()
        .ifPresent(why -> yaml.comment(2, "check: not all of it can be read: " + why));
    yaml.add(2, "- files: " + files());
  }

  private String files() {
    if (table.files().size() == 1) {
      return YamlLines.text(table.files().getFirst());
    }
    return table.files().size() <= MOST_FILES_NAMED
        ? YamlLines.texts(table.files())
        : YamlLines.text(pattern());
  }

  /// The names with a star for what differs, which none of the other files matches: they would be
  /// of the group.
  private String pattern() {
    return table.files().getFirst().replaceAll("\\d+", "*").replaceAll("\\*([-_.]\\*)+", "*");
  }

  private void format(Optional<TimeChoice> time) {
    timeFormat = time.flatMap(TimeChoice::format).orElse("");
    table.shape().ifPresent(this::textFormat);
    time.flatMap(TimeChoice::format)
        .ifPresent(format -> yaml.add(KEY, "timeFormat: " + YamlLines.text(format)));
  }

  private void textFormat(TextShape shape) {
    List<String> keys = new ArrayList<>();
    List<String> why = new ArrayList<>();
    boolean tabByName = table.files().getFirst().matches(".*\\.tsv(\\.gz)?");
    if (!shape.delimiter().equals(tabByName ? "tab" : ",")) {
      keys.add("delimiter: " + YamlLines.text(shape.delimiter()));
    }
    if (!table.encoding().name().equals("UTF-8")) {
      keys.add("encoding: " + table.encoding().name().toLowerCase(Locale.ROOT));
      why.add("not UTF-8");
    }
    if (table.decimal().equals(",")) {
      keys.add("decimal: \",\"");
    }
    if (!table.unknown().isEmpty()) {
      keys.add("unknown: " + YamlLines.texts(table.unknown()));
      why.add("words for \"not known\"");
    }
    if (!shape.header()) {
      keys.add("columns: " + YamlLines.texts(given.values()));
      why.add("the first row is data, so these names are made up");
    }
    if (shape.odd() > 0) {
      yaml.comment(
          KEY,
          "check: %d of the first rows have another number of cells than the rest"
              .formatted(shape.odd()));
    }
    if (!keys.isEmpty()) {
      yaml.add(KEY, "format: {" + String.join(", ", keys) + "}", why.toArray(String[]::new));
    }
  }

  private void customer() {
    Optional<ColumnFacts> column = customer.column();
    yaml.add(
        KEY,
        "customer: " + column.map(this::name).orElse("{rowNumber: true}"),
        customer.why(),
        check(customer.check()));
    column.ifPresent(named -> {
      guess(named, "customer", customer.why(), customer.check());
      if (named.blank() > 0) {
        yaml.add(
            KEY, "blankCustomers: leave_out", "%d rows name no customer".formatted(named.blank()));
      }
    });
  }

  private void time(String key, TimeChoice time) {
    used.add(time.column());
    guess(time.column(), key, time.why(), time.check());
    yaml.add(KEY, "%s: %s".formatted(key, name(time.column())), time.why(), check(time.check()));
    if (key.equals("time") && time.column().blank() > 0) {
      yaml.add(
          KEY,
          "where: {column: %s, blank: false}".formatted(name(time.column())),
          "%d rows have no time".formatted(time.column().blank()));
    }
  }

  private void writeEvents(Events events, TimeChoice time) {
    if (!table.shape().map(TextShape::header).orElse(true)) {
      events.orders().ifPresent(orders -> nameColumns(orders, time));
    }
    begin(
        events.kinds().stream()
            .map(kind -> plural(kind))
            .distinct()
            .collect(Collectors.joining(", ")));
    format(Optional.of(time));
    customer();
    time("time", time);
    events.step().ifPresent(used::add);
    if (events.kinds().contains(EventKind.ORDER)) {
      orders(events);
    } else if (events.kinds().contains(EventKind.RETURN)) {
      returns(events.orders().orElseThrow());
    }
    if (events.kinds().contains(EventKind.VISIT)) {
      visits(events);
    }
    if (events.kinds().contains(EventKind.CART_FILLED)
        || events.kinds().contains(EventKind.CART_ABANDONED)) {
      carts(events);
    }
    if (events.kinds().contains(EventKind.MESSAGE_SENT)
        || events.kinds().contains(EventKind.MESSAGE_OPENED)
        || events.kinds().contains(EventKind.MESSAGE_CLICKED)) {
      messages(events);
    }
    if (events.kinds().stream().anyMatch(SUBSCRIPTION::contains)) {
      subscriptions(events);
    }
    if (events.kinds().contains(EventKind.SUPPORT_CONTACT)) {
      support();
    }
    unknownWords(events);
    attributesOfRows();
    leftOut();
  }

  private static String plural(EventKind kind) {
    return switch (kind) {
      case ORDER -> "orders";
      case RETURN -> "returns";
      case VISIT -> "visits";
      case CART_FILLED, CART_ABANDONED -> "carts";
      case MESSAGE_SENT, MESSAGE_OPENED, MESSAGE_CLICKED -> "messages";
      case SUBSCRIPTION_STARTED, SUBSCRIPTION_RENEWED, SUBSCRIPTION_CANCELLED -> "subscriptions";
      case SUPPORT_CONTACT -> "support contacts";
      case CUSTOM -> "other events";
    };
  }

  /// Names for columns that have none.
  private void nameColumns(OrderColumns orders, TimeChoice time) {
    customer.column().ifPresent(column -> given.put(column.name(), "customer"));
    given.put(time.column().name(), "time");
    orders.amount().forEach(column -> given.put(column.name(), "amount"));
    orders.quantity().ifPresent(column -> given.put(column.name(), "items"));
  }

  private void orders(Events events) {
    OrderColumns orders = events.orders().orElseThrow();
    List<String> ordersWhere = new ArrayList<>();
    List<String> returnsWhere = new ArrayList<>();
    String why = "";
    List<String> returnWords = words(events, EventKind.RETURN);
    List<String> orderWords = words(events, EventKind.ORDER);
    if (events.step().isPresent()) {
      String step = name(events.step().get());
      boolean mixed = events.kinds().size() > 1;
      if (mixed) {
        ordersWhere.add("{column: %s, is: %s}".formatted(step, YamlLines.texts(orderWords)));
      } else {
        ordersWhere.add("{column: %s, isNot: %s}".formatted(step, YamlLines.texts(returnWords)));
      }
      if (!returnWords.isEmpty()) {
        returnsWhere.add("{column: %s, is: %s}".formatted(step, YamlLines.texts(returnWords)));
      }
      why = "its words";
    } else if (orders.sign().isPresent()) {
      String sign = name(orders.sign().get());
      boolean pieces = orders.quantity().equals(orders.sign());
      ordersWhere.add("{column: %s, %s: 0}".formatted(sign, pieces ? "above" : "atLeast"));
      returnsWhere.add("{column: %s, below: 0}".formatted(sign));
      why = orders.signWhy();
    }
    yaml.add(KEY, "orders:");
    where(ordersWhere, why);
    id(orders);
    amount(orders, "");
    orders.quantity().ifPresent(column -> items(column, orders, false));
    word(Role.CATEGORY, "category", MOST_CATEGORIES);
    word(Role.CHANNEL, "channel", MOST_CHANNELS);
    word(Role.DISCOUNT, "discount", Integer.MAX_VALUE);
    word(Role.STORE, "store", MOST_CATEGORIES);
    Optional<ColumnFacts> product = product();
    product.ifPresent(this::product);
    if (!returnsWhere.isEmpty()) {
      boolean below = orders.sign().isPresent();
      yaml.add(KEY, "returns:");
      where(returnsWhere, "");
      id(orders);
      amount(orders, below ? ", negate: true" : "");
      orders
          .quantity()
          .ifPresent(
              column -> items(column, orders, column.numbers().orElseThrow().negative() > 0));
      product.ifPresent(this::product);
    }
  }

  /// A table of nothing but returns, whose money may be written above or below zero.
  private void returns(OrderColumns returns) {
    boolean below = returns.sign().isPresent();
    yaml.add(KEY, "returns:", "the file's name");
    uniqueId("returns.id", Optional.empty(), Set.of());
    amount(returns, below ? ", negate: true" : "");
    returns
        .quantity()
        .ifPresent(column -> items(column, returns, column.numbers().orElseThrow().negative() > 0));
  }

  private void where(List<String> filters, String why) {
    if (filters.isEmpty()) {
      return;
    }
    yaml.add(WITHIN, "where:");
    for (String filter : filters) {
      yaml.add(WITHIN + 2, "- " + filter, why);
    }
  }

  private void id(OrderColumns orders) {
    if (orders.id().isEmpty()) {
      if (!orders.idWhy().isEmpty()) {
        yaml.comment(WITHIN, "no id: " + orders.idWhy());
      }
      return;
    }
    ColumnFacts id = orders.id().get();
    if (used.add(id)) {
      guess(id, "orders.id", orders.idWhy(), Optional.empty());
    }
    yaml.add(WITHIN, "id: " + name(id), orders.idWhy());
    if (orders.lines()) {
      yaml.add(
          WITHIN,
          "lines: true",
          "%.1f rows for each %s".formatted((double) id.known() / id.distinct(), id.name()));
    }
  }

  private void amount(OrderColumns orders, String negate) {
    List<ColumnFacts> columns = orders.amount();
    boolean blank = columns.stream().anyMatch(column -> column.blank() > 0);
    columns.forEach(column -> {
      if (used.add(column)) {
        guess(column, "orders.amount", orders.amountWhy(), orders.amountCheck());
      }
    });
    String blankZero = blank ? ", blank: 0" : "";
    String text =
        columns.size() > 1
            ? "{product: %s%s%s}"
                .formatted(
                    columns.stream().map(this::name).collect(Collectors.joining(", ", "[", "]")),
                    negate,
                    blankZero)
            : negate.isEmpty() && !blank
                ? name(columns.getFirst())
                : "{column: %s%s%s}".formatted(name(columns.getFirst()), negate, blankZero);
    yaml.add(
        WITHIN,
        "amount: " + text,
        orders.amountWhy(),
        check(
            blank && orders.amountCheck().isEmpty()
                ? Optional.of("does a blank cell mean nothing was paid?")
                : orders.amountCheck()));
  }

  private void items(ColumnFacts column, OrderColumns orders, boolean negate) {
    int below = column.numbers().orElseThrow().negative();
    if (below > 0 && orders.sign().isEmpty()) {
      used.add(column);
      leaveOut(column, "below 0 in %d rows, where no money is".formatted(below));
      return;
    }
    if (used.add(column)) {
      guess(column, "orders.items", "its name", Optional.empty());
    }
    String blank = column.blank() > 0 ? ", blank: 0" : "";
    yaml.add(
        WITHIN,
        negate || !blank.isEmpty()
            ? "items: {column: %s%s%s}"
                .formatted(name(column), negate ? ", negate: true" : "", blank)
            : "items: " + name(column));
  }

  private void word(Role role, String key, int most) {
    table.columns().stream()
        .filter(column -> !used.contains(column) && role.isIn(column.spoken()))
        .filter(column -> column.known() > 0)
        .findFirst()
        .ifPresent(column -> {
          if (!column.isText() || column.distinct() > most) {
            return;
          }
          used.add(column);
          String why = "its name; %d words".formatted(column.distinct());
          guess(column, key, why, Optional.empty());
          yaml.add(WITHIN, "%s: %s".formatted(key, name(column)), why);
        });
  }

  private Optional<ColumnFacts> product() {
    return table.columns().stream()
        .filter(column -> !used.contains(column) && Role.PRODUCT.isIn(column.spoken()))
        .filter(column -> column.numbers().map(ColumnFacts.Numbers::whole).orElse(true))
        .filter(column -> column.distinct() > 1)
        .findFirst();
  }

  private void product(ColumnFacts column) {
    String why = "its name; %d different".formatted(column.distinct());
    if (used.add(column)) {
      guess(column, "orders.product", why, Optional.empty());
    }
    yaml.add(WITHIN, "product: " + name(column), why);
  }

  private void visits(Events events) {
    yaml.add(KEY, "visits:");
    onlyWords(events, EnumSet.of(EventKind.VISIT));
    uniqueId("visits.id", Optional.empty(), Set.of());
    word(Role.CHANNEL, "channel", MOST_CHANNELS);
    table.columns().stream()
        .filter(column -> !used.contains(column) && Role.PAGES.isIn(column.spoken()))
        .filter(column -> column.numbers().filter(numbers -> numbers.lowest() >= 0).isPresent())
        .findFirst()
        .ifPresent(column -> number("pages", column));
    word(Role.DEVICE, "device", MOST_CHANNELS);
    word(Role.REFERRER, "referrer", MOST_CATEGORIES);
    yaml.braceIfEmpty(KEY, "visits:");
  }

  private void carts(Events events) {
    yaml.add(KEY, "carts:");
    Set<EventKind> kinds = EnumSet.of(EventKind.CART_FILLED, EventKind.CART_ABANDONED);
    onlyWords(events, kinds);
    uniqueId("carts.id", events.step(), Set.copyOf(words(events, kinds)));
    step(events, kinds);
    table.columns().stream()
        .filter(column -> !used.contains(column))
        .filter(column ->
            SpokenName.has(column.spoken(), List.of("worth", "cart value", "basket value"))
                || Role.AMOUNT.isIn(column.spoken()))
        .filter(column -> column.numbers().filter(numbers -> numbers.lowest() >= 0).isPresent())
        .findFirst()
        .ifPresent(column -> number("value", column));
  }

  private void messages(Events events) {
    yaml.add(KEY, "messages:");
    Set<EventKind> kinds =
        EnumSet.of(EventKind.MESSAGE_SENT, EventKind.MESSAGE_OPENED, EventKind.MESSAGE_CLICKED);
    onlyWords(events, kinds);
    uniqueId("messages.id", events.step(), Set.copyOf(words(events, kinds)));
    step(events, kinds);
    word(Role.CHANNEL, "channel", MOST_CHANNELS);
    word(Role.CAMPAIGN, "campaign", MOST_CATEGORIES);
  }

  private void subscriptions(Events events) {
    yaml.add(KEY, "subscriptions:");
    onlyWords(events, SUBSCRIPTION);
    uniqueId("subscriptions.id", events.step(), Set.copyOf(words(events, SUBSCRIPTION)));
    step(events, SUBSCRIPTION);
    word(Role.PLAN, "plan", MOST_CATEGORIES);
    table.columns().stream()
        .filter(column -> !used.contains(column))
        .filter(column -> Role.AMOUNT.isIn(column.spoken()) || Role.PRICE.isIn(column.spoken()))
        .filter(column -> column.numbers().filter(numbers -> numbers.lowest() >= 0).isPresent())
        .findFirst()
        .ifPresent(column -> number("amount", column));
  }

  private void support() {
    yaml.add(KEY, "support:", "the file's name");
    uniqueId("support.id", Optional.empty(), Set.of());
    word(Role.CHANNEL, "channel", MOST_CHANNELS);
    word(Role.TOPIC, "topic", MOST_CATEGORIES);
    yaml.braceIfEmpty(KEY, "support:");
  }

  private void number(String key, ColumnFacts column) {
    used.add(column);
    guess(column, key, "its name", Optional.empty());
    yaml.add(
        WITHIN,
        column.blank() > 0
            ? "%s: {column: %s, blank: 0}".formatted(key, name(column))
            : "%s: %s".formatted(key, name(column)),
        "its name");
  }

  /// A filter for rows of these kinds, where the table has rows of others.
  private void onlyWords(Events events, Set<EventKind> kinds) {
    events
        .step()
        .filter(column -> words(events, kinds).size() < column.distinct())
        .ifPresent(column ->
            yaml.add(
                WITHIN,
                "where: {column: %s, is: %s}"
                    .formatted(name(column), YamlLines.texts(words(events, kinds)))));
  }

  private void step(Events events, Set<EventKind> kinds) {
    ColumnFacts column = events.step().orElseThrow();
    guess(column, "step", "its words", Optional.empty());
    List<String> words = words(events, kinds);
    boolean ours =
        words.stream().allMatch(word -> word.equalsIgnoreCase(step(events.meanings().get(word))));
    yaml.add(
        WITHIN,
        ours
            ? "step: " + name(column)
            : "step: {column: %s, words: {%s}}"
                .formatted(
                    name(column),
                    words.stream()
                        .map(
                            word -> YamlLines.text(word) + ": " + step(events.meanings().get(word)))
                        .collect(Collectors.joining(", "))),
        "its words");
  }

  private static String step(EventKind kind) {
    return kind.word().replaceFirst("^.*_", "");
  }

  private void unknownWords(Events events) {
    events
        .step()
        .filter(_ -> events.kinds().size() > 1)
        .ifPresent(column -> {
          int unknown = column.distinct() - events.meanings().size();
          if (unknown > 0) {
            yaml.comment(
                KEY, "check: %d other words in %s are left out".formatted(unknown, column.name()));
          }
        });
  }

  private static List<String> words(Events events, EventKind kind) {
    return words(events, EnumSet.of(kind));
  }

  private static List<String> words(Events events, Set<EventKind> kinds) {
    return events.meanings().entrySet().stream()
        .filter(entry -> kinds.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// A column of ids that come once each, or once with each step.
  private void uniqueId(String role, Optional<ColumnFacts> step, Set<String> words) {
    table.columns().stream()
        .filter(column -> !used.contains(column) || role.equals("messages.id"))
        .filter(column -> customer.column().filter(column::equals).isEmpty())
        .filter(column -> Role.EVENT_ID.isIn(column.spoken()) && column.couldBeIds())
        .filter(column -> column.blank() == 0 && comesOnce(column, step, words))
        .findFirst()
        .ifPresent(column -> {
          used.add(column);
          String why = step.isPresent() ? "once with each step" : "different in every row";
          guess(column, role, why, Optional.empty());
          yaml.add(WITHIN, "id: " + name(column), why);
        });
  }

  private static boolean comesOnce(ColumnFacts id, Optional<ColumnFacts> step, Set<String> words) {
    Set<List<String>> seen = new HashSet<>();
    for (int row = 0; row < id.rows(); row++) {
      String word = step.isPresent() ? step.get().cell(row) : "";
      if ((step.isEmpty() || words.contains(word)) && !seen.add(List.of(id.cell(row), word))) {
        return false;
      }
    }
    return true;
  }

  /// Columns of an event table that say the same of a customer in all of their rows.
  private void attributesOfRows() {
    ColumnFacts who = customer.column().orElseThrow();
    List<ColumnFacts> lasting = new ArrayList<>();
    for (ColumnFacts column : table.columns()) {
      if (used.contains(column)) {
        continue;
      }
      double constant = Repetition.share(who, column::cell, _ -> true);
      if (constant < LEAST_CONSTANT || column.times().isPresent()) {
        leaveOut(column, "says different things in one customer's rows");
      } else if (column.distinct() > MOST_CATEGORIES && column.distinct() == who.distinct()) {
        leaveOut(column, "goes with the customer one to one: another id");
      } else {
        lasting.add(column);
      }
    }
    attributes(lasting, false);
  }

  private void writeAttributes() {
    Optional<TimeChoice> since = TimeChoice.ofKnowledge(table);
    begin("One row a customer");
    format(since);
    customer();
    since.ifPresentOrElse(
        time -> time("knownSince", time),
        () ->
            yaml.add(
                KEY,
                "knownSince: " + placeholder,
                placeholderWhy,
                "check: since when were these known?"));
    List<ColumnFacts> columns =
        table.columns().stream().filter(column -> !used.contains(column)).toList();
    attributes(columns, true);
    leftOut();
  }

  private void attributes(List<ColumnFacts> columns, boolean withOutcomes) {
    List<ColumnFacts> inputs = new ArrayList<>();
    for (ColumnFacts column : columns) {
      Optional<String> otherFormat =
          column
              .times()
              .flatMap(found -> found.format())
              .filter(format -> !format.equals(timeFormat));
      if (otherFormat.isPresent()) {
        leaveOut(
            column,
            "check: its dates are written as %s, and a table has one timeFormat"
                .formatted(otherFormat.get()));
      } else if (withOutcomes && Role.OUTCOME.isIn(column.spoken())) {
        leaveOut(column, "check: looks like an outcome or a label, which no input may know");
      } else {
        inputs.add(column);
      }
    }
    Map<String, AttributeGuess> found = AttributeGuess.of(inputs);
    if (withOutcomes) {
      inputs.stream()
          .filter(column -> Role.PERHAPS_OUTCOME.isIn(column.spoken()))
          .forEach(column ->
              found.computeIfPresent(
                  column.name(),
                  (_, guess) ->
                      guess.withCheck("is it known before what is to be predicted happens?")));
    }
    List<Run> runs = runs(inputs, found);
    if (runs.isEmpty()) {
      return;
    }
    yaml.add(KEY, "attributes:");
    runs.forEach(this::writeRun);
  }

  /// Columns that are declared alike; side by side where there are three or more.
  ///
  /// @param whyOf each column's reason
  private record Run(
      List<ColumnFacts> columns,
      AttributeGuess guess,
      boolean sideBySide,
      Map<String, String> whyOf) {
    /// The reason that all have, or what words they have.
    String why() {
      Set<String> reasons = new HashSet<>(whyOf.values());
      if (reasons.size() == 1) {
        return reasons.iterator().next();
      }
      int fewest = columns.stream().mapToInt(ColumnFacts::distinct).min().orElseThrow();
      int most = columns.stream().mapToInt(ColumnFacts::distinct).max().orElseThrow();
      String byName =
          reasons.stream().allMatch(why -> why.startsWith("its name; ")) ? "their names; " : "";
      return byName
          + switch (guess.type()) {
            case CATEGORY -> "%d to %d words".formatted(fewest, most);
            case YES_NO -> "two words, yes and no";
            case NUMBER -> "numbers";
            case SCALE -> "points of a scale";
            case MULTI_VALUE -> "several words at once";
            case DATE -> "dates";
          };
    }
  }

  private List<Run> runs(List<ColumnFacts> inputs, Map<String, AttributeGuess> found) {
    List<Run> runs = new ArrayList<>();
    Map<String, List<ColumnFacts>> scattered = new LinkedHashMap<>();
    List<ColumnFacts> all = table.columns();
    for (int i = 0; i < all.size(); ) {
      ColumnFacts column = all.get(i);
      AttributeGuess guess = found.get(column.name());
      if (!inputs.contains(column)) {
        i++;
      } else if (guess == null) {
        leaveOut(column, AttributeGuess.whyNone(column));
        i++;
      } else {
        int to = i + 1;
        while (to < all.size()
            && found.get(all.get(to).name()) != null
            && isPlain(all.get(to))
            && isPlain(column)
            && signature(found.get(all.get(to).name())).equals(signature(guess))) {
          to++;
        }
        List<ColumnFacts> alike = all.subList(i, to);
        if (alike.size() >= 3) {
          runs.add(run(alike, found, true));
        } else if (guess.words().isEmpty()
            && guess.separator().isEmpty()
            && alike.stream().allMatch(this::isPlain)) {
          scattered.computeIfAbsent(signature(guess), _ -> new ArrayList<>()).addAll(alike);
        } else {
          runs.add(run(alike, found, false));
        }
        i = to;
      }
    }
    scattered.values().forEach(columns -> runs.add(run(columns, found, false)));
    return runs;
  }

  private static Run run(
      List<ColumnFacts> columns, Map<String, AttributeGuess> found, boolean sideBySide) {
    Map<String, String> whyOf = new LinkedHashMap<>();
    columns.forEach(column -> whyOf.put(column.name(), found.get(column.name()).why()));
    return new Run(columns, found.get(columns.getFirst().name()), sideBySide, whyOf);
  }

  /// Whether a column can be declared beside others, under its own name.
  private boolean isPlain(ColumnFacts column) {
    return !column.name().contains("=") && !attributesSoFar.containsKey(column.name());
  }

  private static String signature(AttributeGuess guess) {
    return "%s %s %d %d %s %s %s"
        .formatted(
            guess.basis(),
            guess.type(),
            guess.lowest(),
            guess.highest(),
            guess.words(),
            guess.separator(),
            guess.check().orElse(""));
  }

  private void writeRun(Run run) {
    AttributeGuess guess = run.guess();
    String what =
        ", basis: %s, type: %s%s%s%s}"
            .formatted(
                guess.basis().name().toLowerCase(Locale.ROOT),
                guess.type().name().toLowerCase(Locale.ROOT),
                guess.type() == Type.SCALE
                    ? ", lowest: %d, highest: %d".formatted(guess.lowest(), guess.highest())
                    : "",
                guess.separator().isEmpty()
                    ? ""
                    : ", separator: \"%s\"".formatted(guess.separator()),
                guess.words().isEmpty()
                    ? ""
                    : ", words: "
                        + guess.words().entrySet().stream()
                            .map(entry -> YamlLines.text(entry.getKey()) + ": " + entry.getValue())
                            .collect(Collectors.joining(", ", "{", "}")));
    List<ColumnFacts> columns = run.columns();
    String first = attributeName(columns.getFirst());
    columns.forEach(column -> {
      guess(column, "attribute", run.whyOf().get(column.name()), guess.check());
      attributesSoFar.put(attributeName(column), signature(guess));
    });
    String check = check(guess.check());
    if (run.sideBySide()) {
      yaml.add(
          WITHIN,
          "- {from: %s, to: %s%s"
              .formatted(name(columns.getFirst()), name(columns.getLast()), what),
          run.why(),
          check);
    } else if (columns.size() > 1) {
      yaml.comment(WITHIN, check.isEmpty() ? run.why() : run.why() + "; " + check);
      yaml.list(
          WITHIN,
          "- {columns: ",
          columns.stream().map(column -> given.get(column.name())).toList(),
          what);
    } else {
      ColumnFacts column = columns.getFirst();
      String named =
          first.equals(given.get(column.name())) ? "" : ", name: " + YamlLines.text(first);
      yaml.add(WITHIN, "- {column: %s%s%s".formatted(name(column), named, what), run.why(), check);
    }
  }

  /// The column's name, unless another table has an attribute of it, or it cannot be one.
  private String attributeName(ColumnFacts column) {
    String name = given.get(column.name()).replace('=', '_');
    return attributesSoFar.containsKey(name)
        ? "%s_%s".formatted(table.spokenFile().replace(' ', '_'), name)
        : name;
  }

  private void writeNothing(String why) {
    yaml.comment(
        2,
        "Left out: %s, %d rows (check: %s)"
            .formatted(String.join(", ", table.files()), table.rows(), why));
    for (ColumnFacts column : table.columns()) {
      guess(column, "left out", "the table is left out", Optional.empty());
    }
  }

  private void leaveOut(ColumnFacts column, String why) {
    leftOut.computeIfAbsent(why, _ -> new ArrayList<>()).add(column);
    guess(
        column,
        "left out",
        why.replaceFirst("^check: ", ""),
        why.startsWith("check: ")
            ? Optional.of(why.substring("check: ".length()))
            : Optional.empty());
  }

  private void leftOut() {
    leftOut.forEach((why, columns) ->
        yaml.comment(
            KEY,
            "Left out: %s (%s)"
                .formatted(
                    columns.stream()
                        .map(column -> given.get(column.name()))
                        .collect(Collectors.joining(", ")),
                    why)));
  }

  private String name(ColumnFacts column) {
    return YamlLines.text(given.get(column.name()));
  }

  private void guess(ColumnFacts column, String role, String why, Optional<String> check) {
    guesses.add(
        new Guess(String.join(", ", table.files()), given.get(column.name()), role, why, check));
  }

  private static String check(Optional<String> check) {
    return check.map("check: %s"::formatted).orElse("");
  }
}
