package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.SegmentTree;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/// Examples made from one table: of each customer a part of what is known is hidden, and what turns
/// out is the posterior of all that is known.
///
/// Complete information tells the segment no better than the posterior of the complete row does;
/// that posterior, not its likeliest segment alone, is the outcome: otherwise every complete row
/// would be certain by definition, however near it lies to another segment.
final class HiddenExamples {
  private static final int HIDINGS = 3;

  private HiddenExamples() {}

  /// Each row as it is, and three times with a random share of its features hidden.
  ///
  /// @param tree for a row, a tree that was fitted without its customer
  static ForecastExamples of(
      FeatureTable table, IntFunction<SegmentTree> tree, KnownBands bands, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ForecastExamples examples = ForecastExamples.none();
    for (int i = 0; i < table.size(); i++) {
      float[] whole = table.row(i);
      double[] outcome = tree.apply(i).posterior(whole);
      examples.add(outcome, bands.band(whole), outcome, table.customer(i));
      for (int hiding = 0; hiding < HIDINGS; hiding++) {
        float[] visible = hidden(whole, table, random);
        examples.add(
            tree.apply(i).posterior(visible), bands.band(visible), outcome, table.customer(i));
      }
    }
    return examples;
  }

  /// The words of a category are hidden together.
  private static float[] hidden(float[] whole, FeatureTable table, SplittableRandom random) {
    double share = random.nextDouble();
    float[] visible = whole.clone();
    Map<String, Boolean> isHidden = new HashMap<>();
    for (int f = 0; f < visible.length; f++) {
      String name = table.schema().features().get(f).name();
      int equals = name.indexOf('=');
      String category = equals < 0 ? name : name.substring(0, equals);
      if (isHidden.computeIfAbsent(category, _ -> random.nextDouble() < share)) {
        visible[f] = Float.NaN;
      }
    }
    return visible;
  }
}
