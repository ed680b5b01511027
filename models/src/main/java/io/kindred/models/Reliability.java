package io.kindred.models;

import java.util.List;

/// Whether confidence is what it says, of one group of customers: in each bin, the mean confidence
/// given beside how often it was right.
///
/// @param group such as `all` or `one order`
/// @param customers how many answers it rests on
/// @param calibrationError mean difference between confidence and frequency over the bins, each
///   counted by its customers (ECE)
/// @param coverage how often the prediction set at the usual level held the customer's segment
/// @param meanSetSize how many segments such a set had on average
/// @param bins of about equal numbers of customers, the least confident first
public record Reliability(
    String group,
    int customers,
    double calibrationError,
    double coverage,
    double meanSetSize,
    List<Bin> bins) {
  public Reliability {
    bins = List.copyOf(bins);
  }

  /// Answers of about the same confidence.
  ///
  /// @param frequency how often the answer was right
  public record Bin(double meanConfidence, double frequency, int customers) {}
}
