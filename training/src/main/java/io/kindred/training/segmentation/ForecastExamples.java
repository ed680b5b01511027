package io.kindred.training.segmentation;

import io.kindred.features.CustomerId;
import io.kindred.training.panel.CustomerSplit;
import java.util.ArrayList;
import java.util.List;

/// What the segments' probabilities were, and which segment the customers turned out to be in: what
/// a {@link io.kindred.models.segmentation.SegmentForecast} is fitted to and judged by.
///
/// @param posteriors by example, then segment
/// @param bands how much was known
/// @param outcomes the share in which each segment turned out: one 1 where it was seen, the
///   posterior of complete information where it was not
/// @param customers whose each is
public record ForecastExamples(
    List<double[]> posteriors,
    List<Integer> bands,
    List<double[]> outcomes,
    List<CustomerId> customers) {

  public static ForecastExamples none() {
    return new ForecastExamples(
        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  public void add(double[] posterior, int band, double[] outcome, CustomerId customer) {
    posteriors.add(posterior);
    bands.add(band);
    outcomes.add(outcome);
    customers.add(customer);
  }

  public int size() {
    return posteriors.size();
  }

  /// The examples of a part of the customers, or of the others.
  ForecastExamples part(CustomerSplit split, int part, boolean inside) {
    ForecastExamples examples = none();
    for (int i = 0; i < size(); i++) {
      if ((split.part(customers.get(i)) == part) == inside) {
        examples.add(posteriors.get(i), bands.get(i), outcomes.get(i), customers.get(i));
      }
    }
    return examples;
  }
}
