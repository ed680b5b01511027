package io.kindred.models.format;

import io.kindred.models.AssignmentRules;
import io.kindred.models.segmentation.PredictionSets;

/// When a customer is given a segment, to and from its message.
final class AssignmentFormat {
  private AssignmentFormat() {}

  static io.kindred.models.bundle.v1.AssignmentRules toMessage(AssignmentRules rules) {
    var message =
        io.kindred.models.bundle.v1.AssignmentRules.newBuilder()
            .setLeastConfidence(rules.leastConfidence())
            .setLeastMacroConfidence(rules.leastMacroConfidence())
            .setLeastFamiliarity(rules.leastFamiliarity())
            .setStaleAfterDays(rules.staleAfterDays())
            .setUsualCoverage(rules.usualCoverage());
    PredictionSets sets = rules.sets();
    for (int level = 0; level < sets.levels().length; level++) {
      var setsMessage = message.addSetsBuilder().setLevel(sets.levels()[level]);
      for (double threshold : sets.thresholds()[level]) {
        setsMessage.addThresholds(threshold);
      }
    }
    return message.build();
  }

  static AssignmentRules fromMessage(io.kindred.models.bundle.v1.AssignmentRules message) {
    return new AssignmentRules(
        message.getLeastConfidence(),
        message.getLeastMacroConfidence(),
        message.getLeastFamiliarity(),
        message.getStaleAfterDays(),
        new PredictionSets(
            message.getSetsList().stream().mapToDouble(sets -> sets.getLevel()).toArray(),
            message.getSetsList().stream()
                .map(sets ->
                    sets.getThresholdsList().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new)),
        message.getUsualCoverage());
  }
}
