package io.kindred.datasets.generator;

/// How fast everyone's rates run, day by day: the season's factor times the drift's.
///
/// A process whose rate follows the tempo is one of constant rate in *run* days: those that have
/// passed, each counted by its factor.
final class Tempo {
  private static final double DAYS_A_YEAR = 365.25;

  private final boolean even;
  private final double[] factors;
  private final double[] runBefore;

  private Tempo(boolean even, double[] factors) {
    this.even = even;
    this.factors = factors;
    this.runBefore = new double[factors.length];
    for (int day = 1; day < factors.length; day++) {
      runBefore[day] = runBefore[day - 1] + factors[day - 1];
    }
  }

  static Tempo of(GeneratorOptions options, Clock clock) {
    Twists twists = options.twists();
    if (!twists.changesWithTime()) {
      return new Tempo(true, new double[0]);
    }
    ScenarioDefinition.Season season = options.scenario().definition().season();
    double[] factors = new double[(int) Math.ceil(clock.horizonEnd()) + 1];
    for (int day = 0; day < factors.length; day++) {
      double seasonal = twists.seasonality() ? season.factor(clock.firstDay().plusDays(day)) : 1;
      factors[day] = seasonal * Math.pow(twists.drift(), day / DAYS_A_YEAR);
    }
    return new Tempo(false, factors);
  }

  /// Whether the factor is 1 throughout.
  boolean isEven() {
    return even;
  }

  double factor(double day) {
    return even ? 1 : factors[index(day)];
  }

  /// Run days between two moments.
  double run(double from, double until) {
    return even ? until - from : runUntil(until) - runUntil(from);
  }

  /// When so many run days will have passed.
  double after(double day, double runDays) {
    if (even) {
      return day + runDays;
    }
    double target = runUntil(day) + runDays;
    int low = index(day);
    int high = factors.length - 1;
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (runBefore[middle] <= target) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + (target - runBefore[low]) / factors[low];
  }

  private double runUntil(double day) {
    int index = index(day);
    return runBefore[index] + (day - index) * factors[index];
  }

  /// The last day's factor holds for ever.
  private int index(double day) {
    return (int) Math.min(day, factors.length - 1);
  }
}
