package io.kindred.training.mixture;

import java.util.logging.Level;
import java.util.logging.Logger;
import smile.math.BFGS;
import smile.util.function.DifferentiableMultivariateFunction;

/// The least value of a smooth function, by Smile's L-BFGS.
public final class SmileMinimiser {
  private static final int CORRECTIONS = 7;
  private static final double TOLERANCE = 1e-5;
  private static final int ITERATIONS = 150;

  /// Held, so that its level outlives the collector; every search is reported otherwise, and each
  /// that ends at the limit, near enough.
  private static final Logger LOGGER = Logger.getLogger(BFGS.class.getName());

  static {
    LOGGER.setLevel(Level.SEVERE);
  }

  private SmileMinimiser() {}

  /// A function with its gradient.
  public interface Smooth {
    /// Puts the gradient into the array and returns the value.
    double valueAndGradient(double[] at, double[] gradient);
  }

  /// Where the function is least, beginning at a place.
  public static double[] minimum(Smooth function, double[] start) {
    double[] place = start.clone();
    BFGS.minimize(
        new DifferentiableMultivariateFunction() {
          @Override
          public double f(double[] at) {
            return function.valueAndGradient(at, new double[at.length]);
          }

          @Override
          public double g(double[] at, double[] gradient) {
            return function.valueAndGradient(at, gradient);
          }
        },
        CORRECTIONS,
        place,
        TOLERANCE,
        ITERATIONS);
    return place;
  }
}
