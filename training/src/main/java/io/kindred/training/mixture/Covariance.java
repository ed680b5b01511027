package io.kindred.training.mixture;

/// How the Gaussian columns of a block vary together within a component.
///
/// @param factors common factors: 0 for a diagonal covariance
/// @param tied whether all components have the same covariance
public record Covariance(int factors, boolean tied) {
  public static final int MOST_FACTORS = 3;
  public static final Covariance DIAGONAL = new Covariance(0, false);

  public Covariance {
    if (factors < 0 || factors > MOST_FACTORS) {
      throw new IllegalArgumentException(
          "factors is %d (expected 0 to %d)".formatted(factors, MOST_FACTORS));
    }
  }

  @Override
  public String toString() {
    String kind =
        switch (factors) {
          case 0 -> "diagonal";
          case 1 -> "one factor";
          default -> factors + " factors";
        };
    return tied ? kind + ", tied" : kind;
  }
}
