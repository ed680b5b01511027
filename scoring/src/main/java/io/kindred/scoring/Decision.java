package io.kindred.scoring;

import io.kindred.models.AssignmentRules;
import io.kindred.models.BundleContents;
import io.kindred.models.MacroSegment;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentOutputs;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What is said of a customer's segment, given how sure the model is.
///
/// The segment in question is the likeliest now; its confidence is the probability that the
/// customer turns out to be in it, see {@link
/// io.kindred.models.segmentation.SegmentModel#forecasts}.
public sealed interface Decision {

  /// The segment is given.
  record Assigned(Segment segment, double confidence) implements Decision {}

  /// Only the macro-segment is given.
  ///
  /// @param confidence the probability that the customer turns out to be in the macro-segment
  /// @param reason why no segment within it is given
  record MacroOnly(MacroSegment macroSegment, double confidence, AbstentionReason reason)
      implements Decision {}

  /// No segment is given.
  record Abstained(AbstentionReason reason) implements Decision {}

  /// Why no segment is given.
  enum AbstentionReason {
    /// Too little is known to tell.
    TOO_LITTLE_KNOWN,
    /// The customer is unlike any that the segments were made from.
    UNLIKE_ANYTHING_SEEN,
    /// The segments are too old.
    STALE,
    /// Several segments are about as probable.
    SET_TOO_WIDE,
    /// No segment is probable enough.
    NOT_CONFIDENT
  }

  /// The decision that a bundle's rules make.
  ///
  /// @param row what is known
  /// @param outputs what the bundle's model says of it
  /// @param asOf the moment of the score
  static Decision of(BundleContents bundle, float[] row, SegmentOutputs outputs, Instant asOf) {
    if (nothingKnown(row)) {
      return new Abstained(AbstentionReason.TOO_LITTLE_KNOWN);
    }
    Segments segments = bundle.segments();
    int likeliest = Probabilities.likeliest(outputs.posterior());
    double confidence = outputs.settled()[likeliest];
    Optional<AbstentionReason> reason = reason(bundle, row, outputs, confidence, asOf);
    if (reason.isEmpty()) {
      return new Assigned(segments.segments().get(likeliest), confidence);
    }
    int macro = Probabilities.likeliest(outputs.macroSegments());
    double macroConfidence = bundle.segmentModel().tree().macroPosterior(outputs.settled())[macro];
    return macroConfidence >= segments.rules().leastMacroConfidence()
        ? new MacroOnly(segments.macroSegments().get(macro), macroConfidence, reason.get())
        : new Abstained(reason.get());
  }

  private static Optional<AbstentionReason> reason(
      BundleContents bundle, float[] row, SegmentOutputs outputs, double confidence, Instant asOf) {
    AssignmentRules rules = bundle.segments().rules();
    if (asOf.isAfter(bundle.asOf().plus(Duration.ofDays(rules.staleAfterDays())))) {
      return Optional.of(AbstentionReason.STALE);
    }
    if (outputs.familiarity() < rules.leastFamiliarity()) {
      return Optional.of(AbstentionReason.UNLIKE_ANYTHING_SEEN);
    }
    if (confidence >= rules.leastConfidence()) {
      return Optional.empty();
    }
    if (bundle.segmentModel().known().band(row) == 0) {
      return Optional.of(AbstentionReason.TOO_LITTLE_KNOWN);
    }
    int level = rules.sets().indexOf(rules.usualCoverage());
    return Optional.of(
        rules.sets().set(level, outputs.settled()).length > 1
            ? AbstentionReason.SET_TOO_WIDE
            : AbstentionReason.NOT_CONFIDENT);
  }

  private static boolean nothingKnown(float[] row) {
    for (float value : row) {
      if (!Float.isNaN(value)) {
        return false;
      }
    }
    return true;
  }
}
