package io.kindred.training.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a reader should know of trained segments, in plain sentences.
public final class SegmentRemarks {
  private SegmentRemarks() {}

  public static List<String> of(TrainedSegments trained) {
    List<String> remarks = new ArrayList<>();
    List<Segmentation> learned = trained.fit().parts().stream().flatMap(Optional::stream).toList();
    if (trained.model().segments() == 1) {
      boolean wasChecked = learned.stream().anyMatch(part -> part.structure().gain() > 0);
      boolean passed = learned.stream().allMatch(part -> part.structure().passed());
      remarks.add(
          wasChecked && !passed
              ? "The customers show no segments beyond correlation: all are in one."
              : "One segment was chosen: no larger number was stable, or none was asked for.");
    }
    int days = trained.model().forecasts().getFirst().days();
    remarks.add(
        days > 0
            ? ("Confidence in a segment is the probability that the customer is in it %d days"
                    + " later.")
                .formatted(days)
            : "Confidence in a segment is the probability that it is the customer's own once all that"
                + " can be known is known.");
    remarks.addAll(trained.remarks());
    for (Segmentation part : learned) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "Segments of %d customers: %d, covariance within them: %s.",
              part.customers(),
              part.segments(),
              part.covariance()));
    }
    learned.stream()
        .flatMap(part -> part.leftOut().stream())
        .distinct()
        .forEach(column ->
            remarks.add(
                "Not used for segments: %s. %s".formatted(column.name(), column.explanation())));
    return remarks;
  }
}
