package io.kindred.models;

/// The columns of the graph's output `value`.
public enum ValueOutput {
  /// Probability that the customer has not dropped out, 0 to 1; 0 for one who never bought.
  PROBABILITY_ALIVE(0),
  /// Purchase days expected within the horizon.
  EXPECTED_ORDERS(1),
  /// Money expected within the horizon, in the schema's currency.
  EXPECTED_SPEND(2),
  /// The low end of the spend's range.
  SPEND_LOW(3),
  /// The high end of the spend's range.
  SPEND_HIGH(4);

  public static final int COLUMNS = 5;

  private final int column;

  ValueOutput(int column) {
    this.column = column;
  }

  public int column() {
    return column;
  }
}
