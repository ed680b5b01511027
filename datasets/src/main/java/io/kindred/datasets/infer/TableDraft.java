package io.kindred.datasets.infer;

import io.kindred.features.EventKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The draft of one table of the mapping, line by line.
final class TableDraft {
  private static final int MOST_FILES_NAMED = 3;

  private final SampledTable table;
  private final CustomerChoice customer;
  private final LocalDate placeholder;
  private final String placeholderWhy;
  private final Map<String, String> attributesSoFar;
  private final YamlLines yaml;
  private final TableLines lines;
  private String timeFormat = "";

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
    this.lines = new TableLines(table, customer, yaml, guesses);
  }

  /// Writes the table, or a comment where nothing in it is known to be of use.
  void write() {
    Optional<String> useless = whyUseless();
    Optional<TimeChoice> time = TimeChoice.ofEvents(table);
    Optional<RowMeaning> events =
        customer.column().isPresent() && time.isPresent()
            ? RowMeaning.of(table, customer.column().get(), time.get())
            : Optional.empty();
    if (useless.isPresent()) {
      writeNothing(useless.get());
    } else if (events.isPresent()) {
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

  private Optional<String> whyUseless() {
    if (table.columns().size() == 1) {
      return Optional.of("one column, so no table");
    }
    if (SpokenName.has(table.spokenFile(), FileWords.TEXTS)) {
      return Optional.of("by its name a text about the others");
    }
    return SpokenName.has(table.spokenFile(), FileWords.OUTCOMES)
        ? Optional.of(
            "its name speaks of what is to be predicted or judged, which no input may know")
        : Optional.empty();
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
        .ifPresent(format -> yaml.add(TableLines.KEY, "timeFormat: " + YamlLines.text(format)));
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
      keys.add("columns: " + YamlLines.texts(lines.names()));
      why.add("the first row is data, so these names are made up");
    }
    if (shape.odd() > 0) {
      yaml.comment(
          TableLines.KEY,
          "check: %d of the first rows have another number of cells than the rest"
              .formatted(shape.odd()));
    }
    if (!keys.isEmpty()) {
      yaml.add(
          TableLines.KEY, "format: {" + String.join(", ", keys) + "}", why.toArray(String[]::new));
    }
  }

  private void customer() {
    Optional<ColumnFacts> column = customer.column();
    yaml.add(
        TableLines.KEY,
        "customer: " + column.map(lines::name).orElse("{rowNumber: true}"),
        customer.why(),
        TableLines.check(checkOfCustomer()));
    column.ifPresent(named -> {
      lines.guess(named, "customer", customer.why(), checkOfCustomer());
      if (named.blank() > 0) {
        yaml.add(
            TableLines.KEY,
            "blankCustomers: leave_out",
            "%d rows name no customer".formatted(named.blank()));
      }
    });
  }

  /// What to check of the choice of the customer, with the column called as the draft calls it.
  private Optional<String> checkOfCustomer() {
    return customer
        .check()
        .map(check ->
            check.equals(CustomerChoice.NO_NAMES)
                ? "%s: is the one called %s here the customer's id?"
                    .formatted(check, lines.plainName(customer.column().orElseThrow()))
                : check);
  }

  private void time(String key, TimeChoice time) {
    lines.use(time.column());
    lines.guess(time.column(), key, time.why(), time.check());
    yaml.add(
        TableLines.KEY,
        "%s: %s".formatted(key, lines.name(time.column())),
        time.why(),
        TableLines.check(time.check()));
    if (key.equals("time") && time.column().blank() > 0) {
      yaml.add(
          TableLines.KEY,
          "where: {column: %s, blank: false}".formatted(lines.name(time.column())),
          "%d rows have no time".formatted(time.column().blank()));
    }
  }

  private void writeEvents(RowMeaning events, TimeChoice time) {
    if (!table.shape().map(TextShape::header).orElse(true)) {
      events.orders().ifPresent(orders -> nameColumns(orders, time));
    }
    begin(
        events.kinds().stream()
            .map(TableDraft::plural)
            .distinct()
            .collect(Collectors.joining(", ")));
    format(Optional.of(time));
    customer();
    time("time", time);
    events.step().ifPresent(lines::use);
    OrderSection orders = new OrderSection(lines);
    if (events.kinds().contains(EventKind.ORDER)) {
      orders.orders(events);
    } else if (events.kinds().contains(EventKind.RETURN)) {
      orders.returns(events.orders().orElseThrow());
    }
    new StepSections(lines).write(events);
    new AttributeSection(lines, attributesSoFar, timeFormat).ofRows();
    lines.leftOut();
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
    customer.column().ifPresent(column -> lines.call(column, "customer"));
    lines.call(time.column(), "time");
    orders.amount().forEach(column -> lines.call(column, "amount"));
    orders.quantity().ifPresent(column -> lines.call(column, "items"));
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
                TableLines.KEY,
                "knownSince: " + placeholder,
                placeholderWhy,
                "check: since when were these known?"));
    new AttributeSection(lines, attributesSoFar, timeFormat).ofCustomers();
    lines.leftOut();
  }

  private void writeNothing(String why) {
    yaml.comment(
        2,
        "Left out: %s, %d rows (check: %s)"
            .formatted(String.join(", ", table.files()), table.rows(), why));
    for (ColumnFacts column : table.columns()) {
      lines.guess(column, "left out", "the table is left out", Optional.empty());
    }
  }
}
