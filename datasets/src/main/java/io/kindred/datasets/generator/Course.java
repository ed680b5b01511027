package io.kindred.datasets.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// One customer's way through time: which segment's rates hold when, how fast orders come, and what
/// is to be expected of that.
final class Course {
  private final Tempo tempo;
  private final List<Phase> phases;

  /// @param phases without gaps, the last without end
  Course(Tempo tempo, List<Phase> phases) {
    this.tempo = tempo;
    this.phases = List.copyOf(phases);
  }

  /// A time in which a customer's rates hang on nothing but the tempo.
  ///
  /// @param orderFactor an experiment's effect on the rate of orders
  record Phase(double from, double until, SyntheticSegment segment, double orderFactor) {}

  /// What is to be expected of a time.
  ///
  /// @param probability of at least one order
  /// @param alive the probability of not having left at its end
  record Prospect(double probability, double orders, double spend, double alive) {}

  SyntheticSegment segmentAt(double day) {
    return phaseAt(day).segment();
  }

  /// The next event of a Poisson process that follows the tempo.
  ///
  /// @param unit exponentially distributed with mean 1
  /// @param meanDays mean days between events at a factor of 1
  double next(double day, double unit, ToDoubleFunction<Phase> meanDays) {
    double now = day;
    double left = unit;
    for (Phase phase : phases) {
      if (now < phase.until()) {
        double mean = meanDays.applyAsDouble(phase);
        double reached = tempo.after(now, left * mean);
        if (reached < phase.until()) {
          return reached;
        }
        left -= tempo.run(now, phase.until()) / mean;
        now = phase.until();
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /// When a customer leaves, which does not follow the tempo.
  double leaving(double joined, double unit) {
    double now = joined;
    double left = unit;
    for (Phase phase : phases) {
      if (now < phase.until()) {
        double mean = phase.segment().lifetimeDays();
        double reached = now + left * mean;
        if (reached < phase.until()) {
          return reached;
        }
        left -= (phase.until() - now) / mean;
        now = phase.until();
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /// What is to be expected of someone alive at the beginning.
  ///
  /// In a piece of `d` days with purchase rate `l` and drop-out rate `m`, someone alive who has not
  /// bought yet does so with probability `l / (l + m) (1 - e^(-(l + m) d))`, and someone alive
  /// makes `l / m (1 - e^(-m d))` orders on average; pieces are chained by the probabilities of
  /// being alive, and of being so without an order, at their ends.
  Prospect prospect(
      double from,
      double until,
      ToDoubleFunction<Phase> ordersPerDay,
      ToDoubleFunction<Phase> orderValue) {
    double alive = 1;
    double aliveWithoutOrder = 1;
    double probability = 0;
    double orders = 0;
    double spend = 0;
    for (double now = from; now < until; ) {
      Phase phase = phaseAt(now);
      double end = Math.min(until, phase.until());
      if (!tempo.isEven()) {
        end = Math.min(end, Math.floor(now) + 1);
      }
      double days = end - now;
      double rate = ordersPerDay.applyAsDouble(phase) * tempo.factor(now);
      double dropOut = 1 / phase.segment().lifetimeDays();
      double both = rate + dropOut;
      probability += aliveWithoutOrder * rate / both * -Math.expm1(-both * days);
      double ordersInPiece = alive * rate / dropOut * -Math.expm1(-dropOut * days);
      orders += ordersInPiece;
      spend += ordersInPiece * orderValue.applyAsDouble(phase);
      alive *= Math.exp(-dropOut * days);
      aliveWithoutOrder *= Math.exp(-both * days);
      now = end;
    }
    return new Prospect(probability, orders, spend, alive);
  }

  /// The tempo's mean factor.
  double meanFactor(double from, double until) {
    return tempo.run(from, until) / (until - from);
  }

  /// The same course with an experiment's effect on a part of it.
  Course withEffect(double from, double until) {
    List<Phase> cut = new ArrayList<>();
    for (Phase phase : phases) {
      double start = Math.clamp(from, phase.from(), phase.until());
      double end = Math.clamp(until, phase.from(), phase.until());
      SyntheticSegment segment = phase.segment();
      add(cut, new Phase(phase.from(), start, segment, 1));
      add(cut, new Phase(start, end, segment, segment.campaignEffect()));
      add(cut, new Phase(end, phase.until(), segment, 1));
    }
    return new Course(tempo, cut);
  }

  private static void add(List<Phase> phases, Phase phase) {
    if (phase.from() < phase.until()) {
      phases.add(phase);
    }
  }

  Phase phaseAt(double day) {
    for (Phase phase : phases) {
      if (day < phase.until()) {
        return phase;
      }
    }
    return phases.getLast();
  }
}
