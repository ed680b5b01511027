package io.kindred.training;

import io.kindred.models.ModelName;
import io.kindred.models.SegmentName;
import io.kindred.models.Text;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.policy.PolicyChoices;
import io.kindred.training.segmentation.SegmentationOptions;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What to train.
///
/// @param asOf the last day the training may know of; the data's last day where not given
/// @param horizonDays how far ahead propensity and lifetime value look
/// @param coverage the share of customers whose spend shall lie within the range given
/// @param leastConfidence a segment is assigned at this confidence or above
/// @param leastMacroConfidence failing that, a macro-segment is given at this or above
/// @param staleAfterDays how long after the data's end segments are still given
/// @param features which features beside the built-in ones, and which not
/// @param seed everything random follows from it
/// @param policy which attributes that call for care may be inputs
/// @param macro rules for macro-segments, none where they are learned
/// @param givenNames what people call segments, by the segment's id; above what is suggested
public record TrainingOptions(
    ModelName name,
    Optional<LocalDate> asOf,
    int horizonDays,
    double coverage,
    double leastConfidence,
    double leastMacroConfidence,
    int staleAfterDays,
    SegmentationOptions segmentation,
    FeatureOptions features,
    long seed,
    PolicyChoices policy,
    MacroRules macro,
    SortedMap<String, String> givenNames) {
  public static final int DEFAULT_HORIZON_DAYS = 90;
  public static final double DEFAULT_COVERAGE = 0.8;
  public static final double DEFAULT_LEAST_CONFIDENCE = 0.6;
  public static final double DEFAULT_LEAST_MACRO_CONFIDENCE = 0.7;
  public static final int DEFAULT_STALE_AFTER_DAYS = 365;

  public TrainingOptions {
    if (horizonDays < 1 || horizonDays > 3650) {
      throw new IllegalArgumentException(
          "horizonDays is %d (expected 1 to 3650)".formatted(horizonDays));
    }
    checkShare(coverage, "coverage");
    checkShare(leastConfidence, "leastConfidence");
    checkShare(leastMacroConfidence, "leastMacroConfidence");
    if (staleAfterDays < 1 || staleAfterDays > 36500) {
      throw new IllegalArgumentException(
          "staleAfterDays is %d (expected 1 to 36500)".formatted(staleAfterDays));
    }
    givenNames = Collections.unmodifiableSortedMap(new TreeMap<>(givenNames));
    Set<String> taken = new HashSet<>();
    givenNames.forEach((segment, given) -> {
      var _ = new SegmentName(Text.same(""), Optional.of(given));
      if (!taken.add(given.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "segment %s is named \"%s\" as another is (expected a name of its own)"
                .formatted(segment, given));
      }
    });
  }

  /// Everything but the name as most would want it.
  public static TrainingOptions defaults(ModelName name) {
    return new TrainingOptions(
        name,
        Optional.empty(),
        DEFAULT_HORIZON_DAYS,
        DEFAULT_COVERAGE,
        DEFAULT_LEAST_CONFIDENCE,
        DEFAULT_LEAST_MACRO_CONFIDENCE,
        DEFAULT_STALE_AFTER_DAYS,
        SegmentationOptions.defaults(1),
        FeatureOptions.DEFAULT,
        1,
        PolicyChoices.NONE,
        MacroRules.NONE,
        Collections.emptySortedMap());
  }

  /// The same with other choices of attributes.
  public TrainingOptions withPolicy(PolicyChoices chosen) {
    return new TrainingOptions(
        name,
        asOf,
        horizonDays,
        coverage,
        leastConfidence,
        leastMacroConfidence,
        staleAfterDays,
        segmentation,
        features,
        seed,
        chosen,
        macro,
        givenNames);
  }

  /// The same with other rules for macro-segments.
  public TrainingOptions withMacro(MacroRules rules) {
    return new TrainingOptions(
        name,
        asOf,
        horizonDays,
        coverage,
        leastConfidence,
        leastMacroConfidence,
        staleAfterDays,
        segmentation,
        features,
        seed,
        policy,
        rules,
        givenNames);
  }

  private static void checkShare(double share, String name) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "%s is %s (expected a number between 0 and 1, such as 0.8)".formatted(name, share));
    }
  }
}
