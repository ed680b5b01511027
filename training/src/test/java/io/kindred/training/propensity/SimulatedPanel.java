package io.kindred.training.propensity;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Basis;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.training.panel.Panel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/// Customers of four attributes, some unknown, who then purchase or not by known log-odds.
record SimulatedPanel(Panel panel, double[] trueLogOdds) {
  private static final Instant AS_OF = Instant.parse("2025-12-31T23:59:59.999999999Z");
  private static final int HORIZON = 30;
  private static final Instant KNOWN = AS_OF.minus(Duration.ofDays(100));

  private static final AttributeDefinition INCOME =
      attribute("income", AttributeDefinition.Type.NUMBER);
  private static final AttributeDefinition SHARE =
      attribute("share", AttributeDefinition.Type.NUMBER);
  private static final AttributeDefinition ANSWER =
      attribute("answer", AttributeDefinition.Type.SCALE);
  private static final AttributeDefinition MEMBER =
      attribute("member", AttributeDefinition.Type.YES_NO);

  /// Log-odds that add up over the features as logistic regression has them.
  static final ToDoubleFunction<float[]> ADDITIVE =
      row ->
          -0.5
              + (Float.isNaN(row[0]) ? 0.4 : 0.05 * (row[0] - 40))
              + 2 * (row[1] - 0.5)
              + 0.5 * (row[2] - 3)
              + (Float.isNaN(row[3]) ? -0.6 : row[3]);

  /// Log-odds that no sum over the features comes near: opposite for members and others.
  static final ToDoubleFunction<float[]> CROSSED =
      row -> (row[3] > 0 ? 1 : -1) * (row[1] > 0.5 ? 2 : -2) + (row[2] == 3 ? 1 : 0);

  static SimulatedPanel draw(int customers, long seed, ToDoubleFunction<float[]> logOdds) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[customers][];
    boolean[] purchases = new boolean[customers];
    double[] truth = new double[customers];
    for (int i = 0; i < customers; i++) {
      rows[i] =
          new float[] {
            random.nextDouble() < .2 ? Float.NaN : (float) (40 + 15 * random.nextGaussian()),
            (float) random.nextDouble(),
            1 + random.nextInt(5),
            random.nextDouble() < .1 ? Float.NaN : random.nextInt(2)
          };
      truth[i] = logOdds.applyAsDouble(rows[i]);
      purchases[i] = random.nextDouble() < 1 / (1 + Math.exp(-truth[i]));
    }
    return new SimulatedPanel(panel(rows, purchases), truth);
  }

  /// Rows of income, share, answer and member, and whether each then purchased.
  static Panel panel(float[][] rows, boolean[] purchases) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      List<Attribute> attributes = new ArrayList<>();
      add(attributes, INCOME, rows[i][0], new AttributeValue.Quantity(known(rows[i][0])));
      add(attributes, SHARE, rows[i][1], new AttributeValue.Quantity(known(rows[i][1])));
      add(attributes, ANSWER, rows[i][2], new AttributeValue.ScalePoint((int) rows[i][2]));
      add(attributes, MEMBER, rows[i][3], new AttributeValue.YesNo(rows[i][3] > 0));
      List<Event> events =
          purchases[i]
              ? List.of(new Order("o", AS_OF.plus(Duration.ofDays(9)), 10, 1, "", "", ""))
              : List.of();
      customers.add(new Customer(new CustomerId("c" + i), History.of(events, attributes)));
    }
    return Panel.of(new Featurizer(schema()), customers, List.of(AS_OF), HORIZON);
  }

  static float[][] extremeRows() {
    float unknown = Float.NaN;
    return new float[][] {
      {unknown, unknown, unknown, unknown},
      {0, 0, 0, 0},
      {-1, -1, -1, -1},
      {1e30f, 1e30f, 1e30f, 1e30f},
      {-1e30f, -1e30f, -1e30f, -1e30f},
      {3, unknown, unknown, unknown},
      {unknown, unknown, unknown, 1}
    };
  }

  FeatureTable table() {
    return panel.table();
  }

  float[] labels() {
    return panel.purchases();
  }

  private static FeatureSchema schema() {
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    List.of(INCOME, SHARE, ANSWER, MEMBER)
        .forEach(attribute -> attributes.put(attribute, List.of()));
    return FeatureSchema.complete(ZoneId.of("UTC"), "EUR", attributes, List.of(), List.of())
        .only(
            attributes.sequencedKeySet().stream()
                .map(attribute -> "attribute:" + attribute.name())
                .toList());
  }

  private static AttributeDefinition attribute(String name, AttributeDefinition.Type type) {
    return new AttributeDefinition(name, Basis.DEMOGRAPHIC, type, 1, 5);
  }

  private static void add(
      List<Attribute> attributes, AttributeDefinition of, float number, AttributeValue value) {
    if (!Float.isNaN(number)) {
      attributes.add(new Attribute(of.name(), value, KNOWN));
    }
  }

  private static double known(float number) {
    return Float.isNaN(number) ? 0 : number;
  }
}
