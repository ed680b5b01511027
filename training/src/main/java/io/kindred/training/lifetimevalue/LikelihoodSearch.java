package io.kindred.training.lifetimevalue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.hipparchus.optim.ConvergenceChecker;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/// The maximum of a log-likelihood inside a box, by Nelder and Mead's simplex.
final class LikelihoodSearch {
  private static final double TOLERANCE = 1e-9;
  private static final int ITERATIONS = 2_000;
  private static final int RESTARTS = 10;

  private LikelihoodSearch() {}

  /// The best point found. Always one inside the box, also where the likelihood is flat or rises up
  /// to an edge.
  static double[] maximise(
      ToDoubleFunction<double[]> logLikelihood, double[] start, double[] lower, double[] upper) {
    ObjectiveFunction objective =
        new ObjectiveFunction(point -> valueInside(logLikelihood, point, lower, upper));
    PointValuePair best = search(objective, start);
    for (int i = 0; i < RESTARTS; i++) {
      // A simplex may collapse before the top; a fresh one at the same place goes on.
      PointValuePair next = search(objective, best.getPoint());
      boolean settled = next.getValue() - best.getValue() < 1e-7;
      if (next.getValue() > best.getValue()) {
        best = next;
      }
      if (settled) {
        break;
      }
    }
    return inside(best.getPoint(), lower, upper);
  }

  /// Parameters that must be positive are sought in logarithms.
  static double[] logs(double... values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  private static PointValuePair search(ObjectiveFunction objective, double[] start) {
    SimpleValueChecker values = new SimpleValueChecker(-1, TOLERANCE);
    ConvergenceChecker<PointValuePair> checker =
        (iteration, previous, current) ->
            iteration > ITERATIONS || values.converged(iteration, previous, current);
    return new SimplexOptimizer(checker)
        .optimize(
            MaxEval.unlimited(),
            objective,
            GoalType.MAXIMIZE,
            new InitialGuess(start),
            new NelderMeadSimplex(start.length, 0.5));
  }

  /// Outside the box the value falls with the distance, so that the simplex comes back.
  private static double valueInside(
      ToDoubleFunction<double[]> logLikelihood, double[] point, double[] lower, double[] upper) {
    double[] nearest = inside(point, lower, upper);
    double distance = 0;
    for (int i = 0; i < point.length; i++) {
      distance += Math.abs(point[i] - nearest[i]);
    }
    double value = logLikelihood.applyAsDouble(nearest) - distance;
    return Double.isNaN(value) ? -Double.MAX_VALUE : value;
  }

  private static double[] inside(double[] point, double[] lower, double[] upper) {
    double[] nearest = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      nearest[i] = Math.clamp(point[i], lower[i], upper[i]);
    }
    return nearest;
  }
}
