package io.kindred.training.persona;

import io.kindred.features.Basis;
import io.kindred.features.CustomerId;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.Outputs;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Targets;
import io.kindred.models.segmentation.SegmentOutputs;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Customers made for a test, row by row.
final class MadePopulation {
  static final Targets TARGETS =
      new Targets(
          List.of(
              new PropensityTarget(
                  "purchase", "order", 90, PropensityTarget.Direction.HIGH_IS_GOOD, .3, "trees"),
              new PropensityTarget(
                  "churn", "churn", 30, PropensityTarget.Direction.HIGH_IS_BAD, .1, "trees")),
          new LifetimeValueTarget(90, .8, "a formula"));

  private final List<Feature> features;
  private final int[] groupOf;
  private final List<Customer> customers = new ArrayList<>();

  private MadePopulation(List<Feature> features, int[] groupOf) {
    this.features = features;
    this.groupOf = groupOf;
  }

  private record Customer(int segment, float[] values, double purchase, double spend) {}

  /// @param groupOf the group of each segment
  static MadePopulation of(List<Feature> features, int... groupOf) {
    return new MadePopulation(features, groupOf);
  }

  static Feature feature(String name, MeasurementScale scale) {
    return new Feature(
        name,
        Basis.BEHAVIOURAL,
        scale,
        scale == MeasurementScale.CONTINUOUS ? "share" : "units",
        name + ".");
  }

  /// Adds customers who are alike.
  MadePopulation plus(int times, int segment, double... values) {
    return plus(times, segment, .5, 10, values);
  }

  MadePopulation plus(int times, int segment, double purchase, double spend, double[] values) {
    float[] row = new float[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) values[i];
    }
    for (int i = 0; i < times; i++) {
      customers.add(new Customer(segment, row, purchase, spend));
    }
    return this;
  }

  Population make() {
    FeatureSchema schema = new FeatureSchema(ZoneId.of("UTC"), "EUR", List.of(), features);
    return new Population(
        FeatureTable.of(
            schema,
            IntStream.range(0, customers.size()).mapToObj(i -> new CustomerId("c" + i)).toList(),
            Instant.parse("2026-01-01T00:00:00Z"),
            customers.stream().map(Customer::values).toArray(float[][]::new)),
        customers.stream().mapToInt(Customer::segment).toArray(),
        groupOf,
        customers.stream()
            .map(customer ->
                new Outputs(
                    new SegmentOutputs(
                        new double[groupOf.length],
                        new double[1],
                        new double[1][groupOf.length],
                        0),
                    new double[] {customer.purchase(), .1},
                    new double[] {1, 1, customer.spend(), 0, 0}))
            .toList(),
        TARGETS);
  }

  /// The same customers in another order.
  Population shuffled(long seed) {
    MadePopulation shuffled = new MadePopulation(features, groupOf);
    shuffled.customers.addAll(customers);
    Collections.shuffle(shuffled.customers, new Random(seed));
    return shuffled.make();
  }
}
