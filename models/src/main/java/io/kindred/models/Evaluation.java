package io.kindred.models;

import java.util.List;
import java.util.Optional;

/// How good a model is, measured on customers and dates it was not fitted on.
///
/// @param segmentConfidence whether the confidence in segments is what it says, of all customers
///   and by how much was known of them
/// @param remarks what a reader should know, in plain sentences
/// @param seed what everything random followed from; it tells which customers were held out
public record Evaluation(
    List<Measure> measures, List<Reliability> segmentConfidence, List<String> remarks, long seed) {
  public Evaluation {
    measures = List.copyOf(measures);
    segmentConfidence = List.copyOf(segmentConfidence);
    remarks = List.copyOf(remarks);
  }

  public Optional<Measure> measure(String subject, String name) {
    return measures.stream()
        .filter(measure -> measure.subject().equals(subject) && measure.name().equals(name))
        .findFirst();
  }
}
