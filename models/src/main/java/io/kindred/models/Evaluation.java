package io.kindred.models;

import java.util.List;
import java.util.Optional;

/// How good a model is, measured on customers and dates it was not fitted on.
///
/// @param remarks what a reader should know, in plain sentences
public record Evaluation(List<Measure> measures, List<String> remarks) {
  public Evaluation {
    measures = List.copyOf(measures);
    remarks = List.copyOf(remarks);
  }

  public Optional<Measure> measure(String subject, String name) {
    return measures.stream()
        .filter(measure -> measure.subject().equals(subject) && measure.name().equals(name))
        .findFirst();
  }
}
