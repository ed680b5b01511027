package io.kindred.training.segmentation;

import io.kindred.models.Language;
import io.kindred.models.MacroSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a reader should know of trained segments, in plain sentences.
public final class SegmentRemarks {
  private static final String CONFIDENCE = "Confidence in a segment is ";
  private static final String FIGURES = "How stable and likely segments are was measured in ";
  private static final String FIT = "Segments of ";
  private static final String ENDED = "The search ended at the most segments ";
  private static final String CAPPED = "No more than ";
  private static final String NONE = "The customers show no segments beyond correlation";
  private static final String ONE = "One segment was chosen";

  /// How remarks begin that tell of the search for the segments: past once one is divided.
  private static final List<String> OF_SEARCH = List.of(FIT, ENDED, CAPPED, NONE, ONE);

  private SegmentRemarks() {}

  /// Of newly trained segments.
  ///
  /// @param mostSegments the largest number that was asked for
  /// @param macroSegments named in the remarks where segments were learned inside each
  public static List<String> of(
      TrainedSegments trained, int mostSegments, List<MacroSegment> macroSegments) {
    List<String> remarks = new ArrayList<>();
    List<Optional<Segmentation>> parts = trained.fit().parts();
    List<Segmentation> learned = parts.stream().flatMap(Optional::stream).toList();
    if (trained.model().segments() == 1) {
      boolean wasChecked = learned.stream().anyMatch(part -> part.structure().gain() > 0);
      boolean passed = learned.stream().allMatch(part -> part.structure().passed());
      remarks.add(
          wasChecked && !passed
              ? NONE + ": all are in one."
              : ONE + ": no larger number was stable, or none was asked for.");
    }
    remarks.add(confidence(trained));
    remarks.addAll(trained.remarks());
    boolean ruled = parts.size() > 1;
    for (int part = 0; part < parts.size(); part++) {
      String where = ruled ? " in macro-segment " + name(macroSegments, part) : "";
      parts.get(part).ifPresent(fit -> remarks.addAll(fit(fit, mostSegments, where)));
    }
    if (ruled) {
      trained
          .fit()
          .largestPart()
          .ifPresent(part ->
              remarks.add(
                  "%smacro-segment %s, the largest in which segments were learned."
                      .formatted(FIGURES, name(macroSegments, part))));
    }
    learned.stream()
        .flatMap(part -> part.leftOut().stream())
        .distinct()
        .forEach(column -> remarks.add(leftOut(column)));
    return remarks;
  }

  /// Of segments one of which was divided: what was said of the segments before is past or dropped.
  ///
  /// @param earlier all remarks of the bundle before
  /// @param segmentId the segment divided, the only one of the fit
  /// @param mostSegments the largest number of finer segments that was asked for
  public static List<String> afterDivision(
      List<String> earlier, String segmentId, TrainedSegments trained, int mostSegments) {
    List<String> remarks = new ArrayList<>();
    for (String remark : earlier) {
      if (OF_SEARCH.stream().anyMatch(remark::startsWith)) {
        remarks.add("Before segment %s was divided: %s".formatted(segmentId, remark));
      } else if (Stream.concat(Stream.of(CONFIDENCE, FIGURES), SegmentTrainer.REMARKS.stream())
          .noneMatch(remark::startsWith)) {
        remarks.add(remark);
      }
    }
    remarks.add(
        "Segment %s was divided later; confidence and forecasts were calibrated anew on half of the customers held out."
            .formatted(segmentId));
    trained.fit().parts().stream()
        .flatMap(Optional::stream)
        .forEach(part -> remarks.addAll(fit(part, mostSegments, " in segment " + segmentId)));
    remarks.add(confidence(trained));
    remarks.addAll(trained.remarks());
    return remarks;
  }

  private static String name(List<MacroSegment> macroSegments, int part) {
    return macroSegments.get(part).name().in(Language.ENGLISH);
  }

  private static String confidence(TrainedSegments trained) {
    int days = trained.model().forecasts().getFirst().days();
    return CONFIDENCE
        + (days > 0
            ? "the probability that the customer is in it %d days later.".formatted(days)
            : "the probability that it is the customer's own once all that can be known is known.");
  }

  /// @param where such as ` in macro-segment Families`, empty where they are of all customers
  private static List<String> fit(Segmentation part, int mostSegments, String where) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        String.format(
            Locale.ROOT,
            FIT + "%d customers%s: %d, covariance within them: %s.",
            part.customers(),
            where,
            part.segments(),
            part.covariance()));
    limit(part.customers(), part.segments(), mostSegments, where).ifPresent(remarks::add);
    return remarks;
  }

  /// What the limit on the number of segments did to a search; nothing where it had no say.
  static Optional<String> limit(int customers, int found, int mostSegments, String where) {
    int allowed = NumberOfSegments.mostAllowed(customers);
    if (mostSegments > allowed) {
      String ofCustomers =
          "(%d: %d customers carry no more, segments.most is %d)"
              .formatted(allowed, customers, mostSegments);
      return Optional.of(
          found == allowed
              ? ENDED + "possible%s %s; there may be more.".formatted(where, ofCustomers)
              : CAPPED
                  + "%d segments were tried%s (%d customers carry no more, segments.most is %d)."
                      .formatted(allowed, where, customers, mostSegments));
    }
    return found == mostSegments
        ? Optional.of(
            ENDED
                + "allowed%s (%d, segments.most); there may be more."
                    .formatted(where, mostSegments))
        : Optional.empty();
  }

  private static String leftOut(LeftOutColumn column) {
    return "Not used for segments: %s. %s".formatted(column.name(), column.explanation());
  }
}
