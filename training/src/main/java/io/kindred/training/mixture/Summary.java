package io.kindred.training.mixture;

/// Mean and standard error of numbers.
public record Summary(double mean, double standardError) {
  public static Summary of(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    double mean = sum / numbers.length;
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    return new Summary(mean, Math.sqrt(squares / numbers.length / numbers.length));
  }

  public static Summary ofDifferences(double[] numbers, double[] lessThese) {
    double[] differences = numbers.clone();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= lessThese[i];
    }
    return of(differences);
  }
}
