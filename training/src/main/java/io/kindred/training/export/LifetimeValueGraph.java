package io.kindred.training.export;

import io.kindred.models.Graph;
import io.kindred.models.ValueOutput;
import io.kindred.training.lifetimevalue.BetaGeometric;
import io.kindred.training.lifetimevalue.DropOutQuadrature;
import io.kindred.training.lifetimevalue.GammaGamma;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.lifetimevalue.NewcomerValue;
import io.kindred.training.lifetimevalue.SpendRanges;
import java.util.Arrays;
import java.util.List;

/// Lifetime value's part of the graph: the same formulas as {@link LifetimeValueModel#predict},
/// with the integral over the drop-out probability as the same weighted sum.
final class LifetimeValueGraph {
  private final GraphBuilder graph;
  private final LifetimeValueModel model;
  private final String zero;
  private final String one;

  /// Whether the customer has bought, and what the formulas read; 0 where they have not.
  private final String hasBought;

  private final String repeats;
  private final String observed;
  private final String last;
  private final String meanValue;

  private LifetimeValueGraph(GraphBuilder graph, LifetimeValueModel model) {
    this.graph = graph;
    this.model = model;
    this.zero = graph.constant(0);
    this.one = graph.constant(1);
    LifetimeValueModel.Columns columns = model.columns();
    String repeatsOrUnknown = column(columns.repeatPurchaseDays());
    String observedOrUnknown = column(columns.daysSinceFirstOrder());
    String recencyOrUnknown = column(columns.daysSinceLastOrder());
    String unknown =
        graph.node(
            "Or",
            List.of(
                graph.apply("IsNaN", repeatsOrUnknown),
                graph.node(
                    "Or",
                    List.of(
                        graph.apply("IsNaN", observedOrUnknown),
                        graph.apply("IsNaN", recencyOrUnknown)))));
    this.hasBought = graph.apply("Not", unknown);
    this.repeats = graph.apply("Round", nonNegative(repeatsOrUnknown));
    this.observed = nonNegative(observedOrUnknown);
    String recency = graph.where(hasBought, recencyOrUnknown, zero);
    this.last = graph.smaller(graph.larger(graph.subtract(observed, recency), zero), observed);
    this.meanValue = column(columns.repeatPurchaseDayValue());
  }

  static void addTo(GraphBuilder builder, LifetimeValueModel model) {
    LifetimeValueGraph graph = new LifetimeValueGraph(builder, model);
    String alive = graph.probabilityAlive();
    String orders = builder.multiply(alive, graph.ordersIfAlive());
    String spend = builder.multiply(orders, graph.expectedValue());
    NewcomerValue newcomers = model.newcomers();
    String[] columns = new String[ValueOutput.COLUMNS];
    columns[ValueOutput.PROBABILITY_ALIVE.column()] = graph.boughtOr(alive, 0);
    columns[ValueOutput.EXPECTED_ORDERS.column()] =
        graph.boughtOr(orders, newcomers.expectedOrders());
    columns[ValueOutput.EXPECTED_SPEND.column()] = graph.boughtOr(spend, newcomers.expectedSpend());
    SpendRanges ranges = model.ranges();
    columns[ValueOutput.SPEND_LOW.column()] =
        graph.boughtOr(
            builder.smaller(graph.multiple(spend, ranges.knots(), ranges.low()), spend),
            newcomers.low());
    columns[ValueOutput.SPEND_HIGH.column()] =
        graph.boughtOr(graph.multiple(spend, ranges.knots(), ranges.high()), newcomers.high());
    builder.output(builder.concatenate(List.of(columns)), Graph.VALUE, ValueOutput.COLUMNS);
  }

  /// BG/NBD's probability that the customer has not left, by its log-odds.
  private String probabilityAlive() {
    BetaGeometric purchases = model.purchases();
    if (purchases.withoutDropOut()) {
      return graph.add(graph.multiply(repeats, zero), one);
    }
    String repeatsAtLeastOne = graph.larger(repeats, one);
    String silence =
        graph.apply(
            "Log",
            graph.divide(
                graph.add(observed, graph.constant(purchases.alpha())),
                graph.add(last, graph.constant(purchases.alpha()))));
    String oddsAfterPurchase =
        graph.subtract(
            graph.constant(Math.log(purchases.a())),
            graph.apply("Log", graph.add(repeatsAtLeastOne, graph.constant(purchases.b() - 1))));
    String logOddsOfGone = graph.add(oddsAfterPurchase, graph.multiply(shape(), silence));
    // Not the operator Sigmoid, which is off by 1e-16 where the probability is far below that.
    String alive = graph.divide(one, graph.add(one, graph.apply("Exp", logOddsOfGone)));
    return graph.where(hasRepeats(), alive, one);
  }

  /// Purchases within the horizon of one who is alive: {@link DropOutQuadrature}'s weighted mean of
  /// `(1 - (1 + p ratio)^-shape) / p`, one column a node.
  private String ordersIfAlive() {
    BetaGeometric purchases = model.purchases();
    DropOutQuadrature quadrature = purchases.quadrature();
    String probabilities = graph.constant(quadrature.probabilities());
    String weights =
        graph.softmax(
            graph.add(
                graph.multiply(repeats, graph.constant(quadrature.logOneMinus())),
                graph.constant(quadrature.logWeights())));
    String ratio =
        graph.divide(
            graph.constant(model.horizonDays()),
            graph.add(observed, graph.constant(purchases.alpha())));
    String logGrowth = logOfOnePlus(graph.multiply(probabilities, ratio));
    String half = graph.multiply(graph.multiply(shape(), logGrowth), graph.constant(0.5));
    // 1 - e^-2h = 2 tanh(h) / (1 + tanh(h)), which cancels nothing where h is small.
    String tanh = graph.apply("Tanh", half);
    String gone = graph.divide(graph.multiply(graph.constant(2), tanh), graph.add(tanh, one));
    return graph.sum(graph.multiply(weights, graph.divide(gone, probabilities)));
  }

  /// `log(1 + v)` to full precision: with `w = 1 + v` rounded, `log(w) v / (w - 1)`, or v where w
  /// is 1 (Goldberg 1991, theorem 4).
  private String logOfOnePlus(String value) {
    String sum = graph.add(value, one);
    String isOne = graph.node("Equal", List.of(sum, one));
    String difference = graph.where(isOne, one, graph.subtract(sum, one));
    String quotient = graph.divide(graph.multiply(graph.apply("Log", sum), value), difference);
    return graph.where(isOne, value, quotient);
  }

  /// Gamma-Gamma's mean of the customer's own value and everyone's.
  private String expectedValue() {
    GammaGamma values = model.values();
    String unknown = graph.apply("IsNaN", meanValue);
    String count = graph.where(unknown, zero, repeats);
    String mean = graph.larger(graph.where(unknown, zero, meanValue), zero);
    String everyones =
        graph.divide(
            one,
            graph.add(graph.multiply(count, graph.constant(values.p() / (values.q() - 1))), one));
    return graph.add(
        graph.multiply(everyones, graph.constant(values.populationMean())),
        graph.multiply(graph.subtract(one, everyones), mean));
  }

  /// Spend times its multiple, which changes in straight lines between the knots.
  private String multiple(String spend, double[] knots, double[] multiples) {
    String atLeast = graph.larger(spend, graph.constant(SpendRanges.LEAST_EXPECTED));
    String multiple = graph.constant(multiples[0]);
    if (knots.length > 1) {
      int steps = knots.length - 1;
      double[] lengths = new double[steps];
      double[] rises = new double[steps];
      for (int i = 0; i < steps; i++) {
        lengths[i] = knots[i + 1] - knots[i];
        rises[i] = multiples[i + 1] - multiples[i];
      }
      String logarithm = graph.apply("Log", atLeast);
      String way =
          graph.clip(
              graph.divide(
                  graph.subtract(logarithm, graph.constant(Arrays.copyOf(knots, steps))),
                  graph.constant(lengths)),
              0,
              1);
      multiple = graph.add(graph.sum(graph.multiply(way, graph.constant(rises))), multiple);
    }
    return graph.multiply(atLeast, multiple);
  }

  private String shape() {
    return graph.add(repeats, graph.constant(model.purchases().r()));
  }

  private String hasRepeats() {
    return graph.node("Greater", List.of(repeats, zero));
  }

  private String boughtOr(String value, double otherwise) {
    return graph.where(hasBought, value, graph.constant(otherwise));
  }

  private String column(int feature) {
    return graph.asDouble(graph.columns(graph.features(), feature));
  }

  private String nonNegative(String value) {
    return graph.larger(graph.where(hasBought, value, zero), zero);
  }
}
