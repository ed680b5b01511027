package io.kindred.training.export;

import io.kindred.features.Basis;
import io.kindred.features.CustomerId;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.training.lifetimevalue.BetaGeometric;
import io.kindred.training.lifetimevalue.GammaGamma;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.lifetimevalue.NewcomerValue;
import io.kindred.training.lifetimevalue.SpendRanges;
import io.kindred.training.propensity.BoostedTrees;
import io.kindred.training.propensity.BoostedTrees.Leaf;
import io.kindred.training.propensity.BoostedTrees.Node;
import io.kindred.training.propensity.BoostedTrees.Split;
import io.kindred.training.propensity.Calibration;
import io.kindred.training.propensity.FittedPropensity;
import io.kindred.training.propensity.LogisticModel;
import io.kindred.training.propensity.PropensityModel;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Models of every kind with coefficients drawn at random, and rows of every kind.
///
/// Feature rows have the four columns of lifetime value first.
final class RandomModels {
  static final int FEATURES = 9;

  private static final FeatureSchema SCHEMA =
      new FeatureSchema(
          ZoneId.of("UTC"),
          "EUR",
          List.of(),
          IntStream.range(0, FEATURES)
              .mapToObj(
                  i -> new Feature("f" + i, Basis.BEHAVIOURAL, MeasurementScale.SKEWED, "", "."))
              .toList());

  private final SplittableRandom random;

  RandomModels(long seed) {
    this.random = new SplittableRandom(seed);
  }

  SegmentModel segments(int segments, int columns) {
    return segments().learned(segments, columns, 0);
  }

  /// Segments of any kind.
  RandomSegments segments() {
    return new RandomSegments(random, FEATURES);
  }

  FittedPropensity logistic(int columns) {
    List<LogisticModel.Term> terms = new ArrayList<>();
    for (int d = 0; d < columns; d++) {
      terms.add(
          new LogisticModel.Term(
              d, random.nextBoolean(), normal(), .1 + random.nextDouble(), normal(), normal()));
    }
    return fitted(new LogisticModel(normal(), terms));
  }

  FittedPropensity boosted(int trees) {
    List<BoostedTrees.Tree> of = new ArrayList<>();
    // A tree that never split is one leaf.
    of.add(new BoostedTrees.Tree(List.of(new Leaf(.01f))));
    while (of.size() < trees) {
      List<Node> nodes = new ArrayList<>();
      for (int node = 0; node < 7; node++) {
        nodes.add(
            new Split(
                random.nextInt(FEATURES),
                values()[random.nextInt(values().length)],
                2 * node + 1,
                2 * node + 2,
                random.nextBoolean()));
      }
      for (int leaf = 0; leaf < 8; leaf++) {
        nodes.add(new Leaf((float) (.1 * normal())));
      }
      of.add(new BoostedTrees.Tree(nodes));
    }
    return fitted(new BoostedTrees(normal(), of));
  }

  LifetimeValueModel value(double a, double b) {
    int knots = 1 + random.nextInt(10);
    double[] knot = new double[knots];
    double[] low = new double[knots];
    double[] high = new double[knots];
    for (int i = 0; i < knots; i++) {
      knot[i] = -5 + 2 * i + random.nextDouble();
      low[i] = random.nextDouble();
      high[i] = 1 + 5 * random.nextDouble();
    }
    return new LifetimeValueModel(
        new LifetimeValueModel.Columns(0, 1, 2, 3),
        new BetaGeometric(.1 + random.nextDouble(), 1 + 50 * random.nextDouble(), a, b),
        new GammaGamma(
            .5 + 5 * random.nextDouble(),
            1.05 + 5 * random.nextDouble(),
            1 + 50 * random.nextDouble()),
        new NewcomerValue(5, .1, 12, 0, 30),
        new SpendRanges(knot, low, high),
        1 + random.nextInt(400));
  }

  /// Possible rows and impossible ones: all unknown, single known features, zeros, negative and
  /// huge numbers, and any mixture of these.
  FeatureTable rows(int count) {
    float[][] rows = new float[count][FEATURES];
    for (int i = 0; i < count; i++) {
      Arrays.fill(rows[i], i < values().length ? values()[i] : Float.NaN);
      int single = i - values().length;
      if (single >= 0 && single < FEATURES * values().length) {
        rows[i][single % FEATURES] = values()[single / FEATURES];
      } else if (single >= 0) {
        boolean possible = random.nextBoolean();
        for (int d = 0; d < FEATURES; d++) {
          rows[i][d] =
              possible || random.nextInt(3) > 0
                  ? possible(d)
                  : values()[random.nextInt(values().length)];
        }
      }
    }
    return FeatureTable.of(
        SCHEMA,
        IntStream.range(0, count).mapToObj(i -> new CustomerId("c" + i)).toList(),
        Instant.EPOCH,
        rows);
  }

  private float possible(int feature) {
    if (random.nextInt(10) == 0) {
      return Float.NaN;
    }
    return switch (feature) {
      case 0 -> random.nextInt(random.nextBoolean() ? 3 : 200);
      case 1 -> random.nextInt(1000);
      case 2 -> random.nextInt(500);
      default -> (float) Math.exp(2 * normal());
    };
  }

  private static float[] values() {
    return new float[] {
      Float.NaN,
      0,
      -0f,
      1,
      -1,
      .5f,
      1.5f,
      -3,
      7,
      1e-30f,
      -1e-30f,
      1e6f,
      1e30f,
      -1e30f,
      Float.MAX_VALUE,
      -Float.MAX_VALUE,
      Float.MIN_VALUE
    };
  }

  private FittedPropensity fitted(PropensityModel model) {
    return new FittedPropensity(
        model, new Calibration(.5 + random.nextDouble(), normal()), List.of(), .3);
  }

  private double normal() {
    return random.nextGaussian();
  }
}
