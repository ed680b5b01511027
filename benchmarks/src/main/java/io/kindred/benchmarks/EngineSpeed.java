package io.kindred.benchmarks;

import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.training.mixture.Covariance;
import io.kindred.training.mixture.ExpectationMaximisation;
import io.kindred.training.mixture.MixedColumn;
import io.kindred.training.mixture.MixedColumn.Family;
import io.kindred.training.mixture.MixedRows;
import io.kindred.training.mixture.Mixture;
import io.kindred.training.mixture.Starts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What one fit of a mixture costs, every start taken to its end as libraries do: the same model,
/// number of segments, starts, data and stopping rule (mean gain of a row's log-likelihood below
/// 1e-4, at most 200 steps).
///
/// Arguments: a file as {@link PlainTable} reads it, of continuous or yes/no columns; how many
/// segments; how many factors (0 for a diagonal covariance); how many starts; then `each` (every
/// start to its end) or `best` (as segments are fitted: each runs a little, the best two to their
/// end). Printed is what the first fit of the process cost, and what the same fit costs again once
/// the code is compiled.
public final class EngineSpeed {
  private static final double FLOOR = 1e-6;

  private EngineSpeed() {}

  public static void main(String[] arguments) throws Exception {
    FeatureTable table = PlainTable.read(List.of(Path.of(arguments[0]))).getFirst();
    int segments = Integer.parseInt(arguments[1]);
    Covariance covariance = new Covariance(Integer.parseInt(arguments[2]), false);
    int restarts = Integer.parseInt(arguments[3]);
    boolean each = arguments[4].equals("each");
    MixedRows rows = rows(table);
    Cost.Timed<Double> first =
        Cost.timed(() -> objective(rows, segments, covariance, restarts, each));
    Cost.Timed<Double> again =
        Cost.timed(() -> objective(rows, segments, covariance, restarts, each));
    System.out.printf(
        Locale.ROOT,
        "{\"cpu\": %.3f, \"cpu_again\": %.3f, \"objective\": %.4f, \"megabytes\": %d}%n",
        first.cpuSeconds(),
        again.cpuSeconds(),
        first.answer(),
        Cost.peakMegabytes());
  }

  private static double objective(
      MixedRows rows, int segments, Covariance covariance, int restarts, boolean each) {
    List<int[]> starts = Starts.of(rows, segments, restarts, 1).assignments();
    double best = Double.NEGATIVE_INFINITY;
    for (List<int[]> group : each ? starts.stream().map(List::of).toList() : List.of(starts)) {
      Mixture fitted =
          ExpectationMaximisation.fit(
              rows, segments, covariance, group, ExpectationMaximisation.ROUGH);
      best = Math.max(best, Arrays.stream(fitted.objectives(rows)).average().orElseThrow());
    }
    return best;
  }

  private static MixedRows rows(FeatureTable table) {
    double[][] values = new double[table.size()][table.schema().size()];
    List<MixedColumn> columns = new ArrayList<>();
    for (int d = 0; d < table.schema().size(); d++) {
      boolean yesNo = table.schema().features().get(d).scale() == MeasurementScale.YES_NO;
      for (int i = 0; i < values.length; i++) {
        values[i][d] = table.value(i, d);
      }
      columns.add(
          new MixedColumn(
              yesNo ? Family.YES_NO : Family.GAUSSIAN,
              d,
              d,
              yesNo ? MixedColumn.NO_BLOCK : 0,
              1,
              FLOOR,
              Optional.empty()));
    }
    return new MixedRows(values, columns);
  }
}
