package io.kindred.training.panel;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Feature rows as of one or several moments, each with its outcome: what models learn from.
///
/// The same customer stands in it once for each moment at which anything was known of them. Splits
/// are by customer, so that no customer is on both sides.
public final class Panel {
  private final FeatureTable table;
  private final List<Outcome> outcomes;

  private Panel(FeatureTable table, List<Outcome> outcomes) {
    this.table = table;
    this.outcomes = outcomes;
  }

  /// The rows of all customers seen by each moment.
  public static Panel of(
      Featurizer featurizer, List<Customer> customers, List<Instant> moments, int horizonDays) {
    if (moments.isEmpty()) {
      throw new IllegalArgumentException("the panel has no as-of moment (expected at least one)");
    }
    return moments.stream()
        .map(asOf -> at(featurizer, customers, asOf, horizonDays))
        .reduce(Panel::followedBy)
        .orElseThrow();
  }

  public FeatureTable table() {
    return table;
  }

  public int size() {
    return outcomes.size();
  }

  public Outcome outcome(int row) {
    return outcomes.get(row);
  }

  /// 1 for each row whose customer purchased within the horizon, else 0.
  public float[] purchases() {
    float[] labels = new float[outcomes.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = outcomes.get(i).purchased() ? 1 : 0;
    }
    return labels;
  }

  public double[] spend() {
    return outcomes.stream().mapToDouble(Outcome::spend).toArray();
  }

  /// The rows of these numbers.
  public Panel select(int[] rows) {
    return new Panel(table.select(rows), Arrays.stream(rows).mapToObj(outcomes::get).toList());
  }

  /// The rows of one moment.
  public Panel at(Instant asOf) {
    return select(IntStream.range(0, size()).filter(row -> table.asOf(row).equals(asOf)).toArray());
  }

  private static Panel at(
      Featurizer featurizer, List<Customer> customers, Instant asOf, int horizonDays) {
    ZoneId zone = featurizer.schema().zone();
    Instant until = AsOf.plusDays(asOf, horizonDays, zone);
    List<Customer> seen =
        customers.stream().filter(customer -> !customer.history().asOf(asOf).isEmpty()).toList();
    List<Outcome> outcomes =
        seen.parallelStream()
            .map(customer -> Outcome.of(customer.history(), asOf, until, zone))
            .toList();
    return new Panel(FeatureTable.of(featurizer, seen, asOf), outcomes);
  }

  private Panel followedBy(Panel other) {
    List<Outcome> all = new ArrayList<>(outcomes);
    all.addAll(other.outcomes);
    return new Panel(table.followedBy(other.table), List.copyOf(all));
  }
}
