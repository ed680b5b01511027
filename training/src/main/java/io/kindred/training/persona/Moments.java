package io.kindred.training.persona;

/// How many numbers there are, their mean and their squared distances from it.
///
/// Those of two sets together follow from those of each (Chan, Golub & LeVeque 1979).
record Moments(int count, double mean, double squares) {
  private static final double ROUNDING = 1e-9;

  static final Moments NONE = new Moments(0, 0, 0);

  static Moments of(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    double mean = numbers.length == 0 ? 0 : sum / numbers.length;
    double squares = 0;
    for (double number : numbers) {
      squares += (number - mean) * (number - mean);
    }
    return new Moments(numbers.length, mean, squares);
  }

  Moments plus(Moments more) {
    int all = count + more.count;
    if (all == 0) {
      return NONE;
    }
    double apart = more.mean - mean;
    double part = (double) more.count / all;
    return new Moments(
        all, mean + apart * part, squares + more.squares + apart * apart * count * part);
  }

  /// The standard deviation of these numbers; 0 of none, and of numbers that differ by rounding
  /// only.
  double deviation() {
    double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
    return deviation > ROUNDING * Math.abs(mean) ? deviation : 0;
  }
}
