package io.kindred.training.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A report as text for a terminal, at most 100 columns wide.
public final class CheckText {
  private static final int WIDTH = 100;
  private static final int MOST_COLUMNS = 24;
  private static final int MOST_ATTRIBUTES = 24;
  private static final int MOST_AMOUNTS = 16;
  private static final int LONGEST_NAME = 32;

  private final StringBuilder text = new StringBuilder();

  private CheckText() {}

  /// Ends in `Ready to train.` or in `Not ready, because: ...`.
  public static String render(CheckReport report) {
    CheckText written = new CheckText();
    written.title(report);
    report.reading().ifPresent(reading -> written.reading(reading, report.period()));
    written.events(report.events());
    report.period().ifPresent(written::time);
    written.amounts(report.amounts());
    report.files().forEach(written::file);
    written.attributes(report.attributes());
    report.labels().ifPresent(written::labels);
    written.correlations(report.correlations());
    report.labels().ifPresent(_ -> written.leaks(report.leaks()));
    written.findings(report.findings());
    written.verdict(report);
    return written.text.toString();
  }

  private void title(CheckReport report) {
    line(report.name() + report.period().map(period -> ", as of " + period.asOf()).orElse(""));
  }

  private void reading(CheckReport.Reading reading, Optional<CheckReport.Period> period) {
    heading("Read");
    TextTable table = new TextTable("<", ">", "<");
    table.row("files", number(reading.files()), "");
    table.row(
        "rows",
        number(reading.rows()),
        parts(
            part(reading.rowsFiltered(), "that the mapping has no use for"),
            part(reading.rowsWithoutCustomer(), "without a customer"),
            part(reading.rowsSetAside(), "wrong and set aside")));
    table.row(
        "customers",
        number(reading.customers()),
        period.isEmpty()
            ? "none with events"
            : parts(
                part(reading.customersWithEvents(), "with events"),
                part(reading.customersWithOrders(), "with orders")));
    if (reading.doubledEvents() > 0) {
      table.row("events", number(reading.doubledEvents()), "came twice and count once");
    }
    append(table);
  }

  private void events(List<CheckReport.EventFacts> events) {
    if (events.isEmpty()) {
      return;
    }
    heading("Events");
    TextTable table = new TextTable("<", ">", ">", ">", "<", "<");
    table.row("kind", "events", "customers", "of all", "first", "last");
    events.forEach(kind ->
        table.row(
            kind.kind(),
            number(kind.events()),
            number(kind.customers()),
            percent(kind.share()),
            kind.firstDay().toString(),
            kind.lastDay().toString()));
    append(table);
  }

  private void time(CheckReport.Period period) {
    heading("Time");
    TextTable table = new TextTable("<", ">", "<");
    table.row(
        "days covered",
        number(period.days()),
        "%s to %s".formatted(period.firstDay(), period.lastDay()));
    table.row(
        "days without any event",
        number(period.daysWithoutEvents()),
        period
            .longestGapFrom()
            .map(from ->
                "the longest run is %s days from %s on"
                    .formatted(number(period.longestGapDays()), from))
            .orElse(""));
    table.row("weeks without any event", number(period.weeksWithoutEvents()), "");
    table.row(
        "events in the last week",
        number(period.eventsInLastWeek()),
        "a usual week has %s".formatted(number(period.eventsInUsualWeek())));
    if (period.eventsAfterAsOf() > 0) {
      table.row(
          "events after that day", number(period.eventsAfterAsOf()), "not seen by a training");
    }
    if (period.ancientEvents() > 0) {
      table.row("ancient events", number(period.ancientEvents()), "");
    }
    append(table);
  }

  private void amounts(List<CheckReport.AmountFacts> amounts) {
    if (amounts.isEmpty()) {
      return;
    }
    heading("Numbers");
    TextTable table = new TextTable("<", ">", ">", ">", ">", ">", ">");
    table.row("of", "count", "middle", "zeros", "far out", "largest in", "top 1 % make");
    amounts.stream()
        .limit(MOST_AMOUNTS)
        .forEach(amount ->
            table.row(
                shortened(amount.what()),
                number(amount.count()),
                Magnitude.brief(amount.median()),
                number(amount.zeros()),
                number(amount.outliers()),
                Magnitude.words(amount.largestMagnitude()),
                percent(amount.shareOfTopHundredth())));
    append(table);
    more(amounts.size() - MOST_AMOUNTS, "sorts of numbers");
  }

  private void file(CheckReport.FileFacts file) {
    heading(
        "%s: %s rows%s%s"
            .formatted(
                file.file(),
                number(file.rows()),
                file.whole() ? "" : " looked at",
                file.repeatedRows() == 0
                    ? ""
                    : ", %s of them repetitions".formatted(number(file.repeatedRows()))));
    List<CheckReport.ColumnFacts> shown = shown(file.columns());
    TextTable table = new TextTable("<", ">", ">", "<");
    table.row("column", "blank", "different", "");
    shown.forEach(column ->
        table.row(
            shortened(column.name()),
            percent(column.blankShare()),
            number(column.distinct()),
            column.remark()));
    append(table);
    more(file.columns().size() - shown.size(), "columns, with fewer blanks");
  }

  /// All columns, or those with remarks and with most blanks.
  private static List<CheckReport.ColumnFacts> shown(List<CheckReport.ColumnFacts> columns) {
    return columns.size() <= MOST_COLUMNS
        ? columns
        : columns.stream()
            .sorted(
                Comparator.comparing((CheckReport.ColumnFacts column) -> column.remark().isEmpty())
                    .thenComparingDouble(column -> -column.blankShare()))
            .limit(MOST_COLUMNS / 2)
            .toList();
  }

  private void attributes(List<CheckReport.AttributeFacts> attributes) {
    if (attributes.isEmpty()) {
      return;
    }
    heading("Attributes");
    TextTable table = new TextTable("<", "<", "<", ">", ">", "<");
    table.row("name", "basis", "type", "missing", "different", "");
    List<CheckReport.AttributeFacts> shown =
        attributes.size() <= MOST_ATTRIBUTES
            ? attributes
            : attributes.stream()
                .sorted(
                    Comparator.comparing((CheckReport.AttributeFacts one) ->
                            one.decision().equals("input") && one.remark().isEmpty())
                        .thenComparingDouble(one -> -one.missingShare()))
                .limit(MOST_ATTRIBUTES / 2)
                .toList();
    shown.forEach(attribute ->
        table.row(
            shortened(attribute.name()),
            attribute.basis(),
            attribute.type(),
            percent(attribute.missingShare()),
            number(attribute.distinct()),
            parts(
                attribute.decision().equals("input") ? "" : attribute.decision(),
                attribute.remark())));
    append(table);
    more(attributes.size() - shown.size(), "attributes");
  }

  private void labels(CheckReport.Labels labels) {
    heading(
        "Who buys within %d days, seen from each training date (%s of each are needed)"
            .formatted(labels.horizonDays(), number(labels.needed())));
    TextTable table = new TextTable("<", ">", ">", ">", "<");
    table.row("as of", "customers", "buy", "do not", "");
    labels
        .dates()
        .forEach(date ->
            table.row(
                date.asOf().toString(),
                number(date.customers()),
                number(date.with()),
                number(date.without()),
                date.suffices() ? "enough" : "too few"));
    append(table);
    line("  %s customers bought on two days or more".formatted(number(labels.repeatCustomers())));
  }

  private void correlations(List<CheckReport.Correlation> correlations) {
    if (correlations.isEmpty()) {
      return;
    }
    heading("What goes together, over customers (Spearman's rank correlation)");
    TextTable table = new TextTable("<", ">", "<");
    correlations.forEach(found ->
        table.row(
            String.format(Locale.ROOT, "%+.2f", found.rho()),
            number(found.customers()),
            found.inWords()));
    append(table);
  }

  private void leaks(List<CheckReport.Leak> leaks) {
    heading("Columns that tell the outcome by themselves");
    if (leaks.isEmpty()) {
      line("  none: no column alone ranks who buys with an AUC above .95");
    }
    TextTable table = new TextTable("<", ">", ">");
    leaks.forEach(leak ->
        table.row(
            shortened(leak.column()),
            String.format(Locale.ROOT, "AUC %.3f", leak.auc()),
            number(leak.customers()) + " customers"));
    append(table);
  }

  private void findings(List<CheckReport.Finding> findings) {
    List<CheckReport.Finding> remarkable =
        findings.stream().filter(finding -> !finding.blocks()).toList();
    if (remarkable.isEmpty()) {
      return;
    }
    heading("To look at");
    remarkable.forEach(this::finding);
  }

  private void verdict(CheckReport report) {
    text.append('\n');
    if (report.ready()) {
      line("Ready to train.");
      return;
    }
    line("Not ready, because:");
    report.findings().stream().filter(CheckReport.Finding::blocks).forEach(this::finding);
  }

  private void finding(CheckReport.Finding finding) {
    wrapped("  - ", "    ", finding.what() + ".");
    wrapped("    ", "    ", "-> " + finding.remedy());
  }

  private void heading(String words) {
    text.append('\n');
    wrapped("", "  ", words);
  }

  private void more(int left, String what) {
    if (left > 0) {
      line("  ... and %s more %s".formatted(number(left), what));
    }
  }

  private void append(TextTable table) {
    table.lines().forEach(row -> line("  " + row));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private void wrapped(String first, String next, String words) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : List.of(words.split("\\s+", -1))) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line.toString());
  }

  private static String parts(String... parts) {
    List<String> said = new ArrayList<>(List.of(parts));
    said.removeIf(String::isEmpty);
    return String.join(", ", said);
  }

  private static String part(long count, String what) {
    return count == 0 ? "" : number(count) + " " + what;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// Shares that are not 0 and not 1 are never written so.
  private static String percent(double share) {
    if (share > 0 && share < 0.001) {
      return "<0.1 %";
    }
    if (share < 1 && share > 0.999) {
      return ">99.9 %";
    }
    return String.format(
        Locale.ROOT, share == 0 || share == 1 ? "%.0f %%" : "%.1f %%", 100 * share);
  }
}
