package io.kindred.training.lifetimevalue;

import io.kindred.features.FeatureTable;
import io.kindred.training.panel.Outcome;
import io.kindred.training.panel.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Fits lifetime value, and its ranges to what customers then did.
public final class LifetimeValueTrainer {
  private LifetimeValueTrainer() {}

  /// The model as of the panel's moment, its ranges from the panel's outcomes.
  ///
  /// @param panel rows of one moment
  /// @param coverage the share of customers whose spend shall lie within the range
  public static LifetimeValueModel fit(Panel panel, int horizonDays, double coverage) {
    LifetimeValueModel.Columns columns = LifetimeValueModel.Columns.of(panel.table().schema());
    SpendRanges everything = new SpendRanges(new double[1], new double[1], new double[] {1});
    LifetimeValueModel withoutRanges =
        fit(panel.table(), columns, newcomers(panel, columns, coverage), everything, horizonDays);
    int[] buyers =
        IntStream.range(0, panel.size())
            .filter(row -> columns.hasBought(panel.table().row(row)))
            .toArray();
    double[] expected =
        Arrays.stream(buyers)
            .mapToDouble(row -> withoutRanges.predict(panel.table().row(row)).spend())
            .toArray();
    double[] spend = Arrays.stream(buyers).mapToDouble(row -> panel.outcome(row).spend()).toArray();
    return withRanges(withoutRanges, SpendRanges.fit(expected, spend, coverage));
  }

  /// The same model fitted again to later histories, with the earlier one's ranges.
  public static LifetimeValueModel refit(LifetimeValueModel earlier, FeatureTable table) {
    return fit(
        table, earlier.columns(), earlier.newcomers(), earlier.ranges(), earlier.horizonDays());
  }

  private static LifetimeValueModel fit(
      FeatureTable table,
      LifetimeValueModel.Columns columns,
      NewcomerValue newcomers,
      SpendRanges ranges,
      int horizonDays) {
    List<float[]> buyers =
        IntStream.range(0, table.size()).mapToObj(table::row).filter(columns::hasBought).toList();
    return new LifetimeValueModel(
        columns,
        BetaGeometric.fit(buyers.stream().map(columns::purchases).toList()).model(),
        GammaGamma.fit(buyers.stream().map(columns::value).flatMap(Optional::stream).toList())
            .model(),
        newcomers,
        ranges,
        horizonDays);
  }

  private static LifetimeValueModel withRanges(LifetimeValueModel model, SpendRanges ranges) {
    return new LifetimeValueModel(
        model.columns(),
        model.purchases(),
        model.values(),
        model.newcomers(),
        ranges,
        model.horizonDays());
  }

  private static NewcomerValue newcomers(
      Panel panel, LifetimeValueModel.Columns columns, double coverage) {
    List<Outcome> outcomes =
        IntStream.range(0, panel.size())
            .filter(row -> !columns.hasBought(panel.table().row(row)))
            .mapToObj(panel::outcome)
            .toList();
    if (outcomes.isEmpty()) {
      return new NewcomerValue(0, 0, 0, 0, 0);
    }
    double orders = outcomes.stream().mapToInt(Outcome::purchaseDays).average().orElseThrow();
    double[] spend = outcomes.stream().mapToDouble(Outcome::spend).sorted().toArray();
    double mean = Arrays.stream(spend).average().orElseThrow();
    return new NewcomerValue(
        outcomes.size(),
        orders,
        mean,
        Math.min(SpendRanges.lowEnd(spend, coverage), mean),
        Math.max(SpendRanges.highEnd(spend, coverage), mean));
  }
}
