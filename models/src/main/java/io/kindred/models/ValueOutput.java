package io.kindred.models;

/// The columns of the graph's output `value`, in order.
public enum ValueOutput {
  /// Probability that the customer has not dropped out, 0 to 1; 0 for one who never bought.
  PROBABILITY_ALIVE,
  /// Purchase days expected within the horizon.
  EXPECTED_ORDERS,
  /// Money expected within the horizon, in the schema's currency.
  EXPECTED_SPEND,
  /// The low end of the spend's range.
  SPEND_LOW,
  /// The high end of the spend's range.
  SPEND_HIGH
}
