package io.kindred.serving.demo;

import io.kindred.models.BundleContents;
import io.kindred.models.Language;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.Outputs;
import io.kindred.models.PropensityTarget;
import io.kindred.models.ValueOutput;
import io.kindred.scoring.Decision;
import io.kindred.scoring.Score;
import io.kindred.serving.text.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The demo's scores as a marketer reads them.
final class DemoTables {
  private static final int INDENT = 2;

  private final BundleContents contents;
  private final DemoCustomers customers;
  private final List<Score> scores;
  private final PropensityTarget propensity;
  private final LifetimeValueTarget value;

  DemoTables(BundleContents contents, DemoCustomers customers, List<Score> scores) {
    this.contents = contents;
    this.customers = customers;
    this.scores = scores;
    this.propensity = contents.targets().propensities().getFirst();
    this.value = contents.targets().lifetimeValue();
  }

  /// So many customers, spread evenly over all.
  String customers(int count) {
    Table table =
        Table.of(
            Table.words("Customer"),
            Table.words("Segment"),
            Table.numbers("Confidence"),
            Table.numbers(willBuy()),
            Table.numbers(worth()),
            Table.numbers("%.0f of 100 spend".formatted(100 * value.coverage())));
    int shown = Math.min(count, scores.size());
    for (int i = 0; i < shown; i++) {
      int customer = (int) ((long) i * scores.size() / shown);
      Score score = scores.get(customer);
      Outputs outputs = score.outputs();
      table.add(
          customers.ids().get(customer),
          segment(score.decision()),
          confidence(score.decision()),
          percent(outputs.propensities()[0]),
          "%,.0f".formatted(outputs.value(ValueOutput.EXPECTED_SPEND)),
          "%,.0f to %,.0f"
              .formatted(
                  outputs.value(ValueOutput.SPEND_LOW), outputs.value(ValueOutput.SPEND_HIGH)));
    }
    return table.text(INDENT);
  }

  /// The segments given, the largest first.
  String segments() {
    Map<String, List<Outputs>> bySegment = new LinkedHashMap<>();
    for (Score score : scores) {
      bySegment
          .computeIfAbsent(segment(score.decision()), _ -> new ArrayList<>())
          .add(score.outputs());
    }
    Table table =
        Table.of(
            Table.words("Segment"),
            Table.numbers("Customers"),
            Table.numbers("Share"),
            Table.numbers(willBuy()),
            Table.numbers(worth()));
    bySegment.entrySet().stream()
        .sorted(Comparator.comparingInt(segment -> -segment.getValue().size()))
        .forEach(segment -> {
          List<Outputs> members = segment.getValue();
          table.add(
              segment.getKey(),
              "%,d".formatted(members.size()),
              percent((double) members.size() / scores.size()),
              percent(
                  members.stream()
                      .mapToDouble(outputs -> outputs.propensities()[0])
                      .average()
                      .orElseThrow()),
              "%,.0f"
                  .formatted(
                      members.stream()
                          .mapToDouble(outputs -> outputs.value(ValueOutput.EXPECTED_SPEND))
                          .average()
                          .orElseThrow()));
        });
    return table.text(INDENT);
  }

  private String willBuy() {
    return "Will buy within %d days".formatted(propensity.horizonDays());
  }

  private String worth() {
    return "Spend in %d days, %s".formatted(value.horizonDays(), contents.schema().currency());
  }

  private static String segment(Decision decision) {
    return switch (decision) {
      case Decision.Assigned assigned -> assigned.segment().name().in(Language.ENGLISH);
      case Decision.MacroOnly macroOnly ->
          "(only roughly) " + macroOnly.macroSegment().name().in(Language.ENGLISH);
      case Decision.Abstained _ -> "(not sure enough)";
    };
  }

  private static String confidence(Decision decision) {
    return switch (decision) {
      case Decision.Assigned assigned -> percent(assigned.confidence());
      case Decision.MacroOnly macroOnly -> percent(macroOnly.confidence());
      case Decision.Abstained _ -> "-";
    };
  }

  private static String percent(double share) {
    return "%.0f %%".formatted(100 * share);
  }
}
