package io.kindred.serving.service;

import io.kindred.models.AssignmentRules;
import io.kindred.models.Language;
import io.kindred.models.PropensityTarget;
import io.kindred.v1.ScoreOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// How a caller wants a customer scored.
///
/// @param asOf the moment up to which the customer is known
/// @param isFull whether names are wanted too
/// @param language of the names
/// @param coverage how often sets and ranges are to hold; the bundle's own choice where not said
/// @param setLevel the place of the prediction sets' level
/// @param targets the propensity targets wanted, by their place in the model's outputs
record ScoreWish(
    Instant asOf,
    boolean isFull,
    Language language,
    OptionalDouble coverage,
    int setLevel,
    List<Integer> targets) {
  /// How far a caller's clock may be ahead of the server's.
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final double SAME_COVERAGE = 1e-9;

  ScoreWish {
    targets = List.copyOf(targets);
  }

  /// The wish that options hold; where they have violations, it means nothing.
  ///
  /// @param now the time of the call
  /// @throws Refusal where they ask for what is not offered, or for a bundle that is not held
  static ScoreWish read(
      ScoreOptions options, Place place, LiveBundle bundle, Instant now, Violations violations) {
    if (options.getReadMask().getPathsCount() > 0) {
      throw Refusal.notOffered(
          "%s is not offered by this version yet (expected none: every field is answered)"
              .formatted(place.field("read_mask").path()));
    }
    BundleChoice.check(options.getBundle(), place.field("bundle"), bundle, violations);
    Instant asOf = asOf(options, place.field("as_of"), now, violations);
    boolean isFull =
        switch (options.getView()) {
          case SCORE_VIEW_UNSPECIFIED, SCORE_VIEW_BASIC -> false;
          case SCORE_VIEW_FULL -> true;
          case UNRECOGNIZED -> {
            violations.add(
                place.field("view"),
                "is %d (expected SCORE_VIEW_BASIC or SCORE_VIEW_FULL)"
                    .formatted(options.getViewValue()));
            yield false;
          }
        };
    Language language =
        LanguageReader.read(options.getLanguage(), place.field("language"), violations);
    AssignmentRules rules = bundle.contents().segments().rules();
    int level =
        options.hasCoverage()
            ? level(options.getCoverage(), place.field("coverage"), bundle, violations)
            : rules.sets().indexOf(rules.usualCoverage());
    return new ScoreWish(
        asOf,
        isFull,
        language,
        options.hasCoverage() ? OptionalDouble.of(options.getCoverage()) : OptionalDouble.empty(),
        level,
        targets(options, place, bundle, violations));
  }

  /// Whether what holds so often is wanted.
  boolean wants(double level) {
    return coverage.isEmpty() || Math.abs(coverage.getAsDouble() - level) < SAME_COVERAGE;
  }

  private static Instant asOf(
      ScoreOptions options, Place place, Instant now, Violations violations) {
    if (!options.hasAsOf()) {
      return now;
    }
    Instant asOf = Times.read(options.getAsOf(), place, violations);
    if (asOf.isAfter(now.plus(AHEAD))) {
      violations.add(
          place,
          "is %s (expected at most a day after the server's clock, which says %s)"
              .formatted(asOf, now));
    }
    return asOf;
  }

  private static int level(double coverage, Place place, LiveBundle bundle, Violations violations) {
    double[] levels = bundle.contents().segments().rules().sets().levels();
    for (int level = 0; level < levels.length; level++) {
      if (Math.abs(levels[level] - coverage) < SAME_COVERAGE) {
        return level;
      }
    }
    violations.add(
        place,
        "is %s (expected one of Bundle.coverage_levels: %s)"
            .formatted(coverage, bundle.coverageLevels()));
    return 0;
  }

  private static List<Integer> targets(
      ScoreOptions options, Place place, LiveBundle bundle, Violations violations) {
    List<String> known = bundle.targets().stream().map(PropensityTarget::name).toList();
    if (options.getTargetsCount() == 0) {
      return IntStream.range(0, known.size()).boxed().toList();
    }
    Set<Integer> targets = new LinkedHashSet<>();
    for (int i = 0; i < options.getTargetsCount(); i++) {
      String name = options.getTargets(i);
      Place here = place.item("targets", i);
      int target = known.indexOf(name);
      if (target < 0) {
        violations.addUnknownName(here, "target", name, known);
      } else if (!targets.add(target)) {
        violations.add(here, "is '%s' again (expected each target once)".formatted(name));
      }
    }
    return List.copyOf(targets);
  }
}
