package io.kindred.features;

import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.ArrayList;
import java.util.List;

/// How many events of a kind there were in the last 7, 30, 90 and 365 days, and whether they become
/// more.
final class Windows {
  private Windows() {}

  /// One feature a window, and the share of the last 30 days in the last 90.
  ///
  /// @param name how the features begin, such as `carts_filled`
  /// @param what what is counted, as a sentence begins: `Carts filled`
  static List<FeatureDefinition> of(EventKind kind, String name, String unit, String what) {
    List<FeatureDefinition> features = new ArrayList<>();
    for (int days : Tally.WINDOWS) {
      features.add(
          signal(
              "%s_last_%d_days".formatted(name, days),
              SKEWED,
              unit,
              "%s in the last %d days.".formatted(what, days),
              fold -> {
                Tally tally = fold.tally(kind, days);
                return () -> tally.countWithin(days);
              }));
    }
    features.add(
        signal(
            name + "_trend_30_in_90_days",
            CONTINUOUS,
            "share",
            "%s in the last 30 days over those in the last 90, a third where nothing changes; unknown without any."
                .formatted(what),
            fold -> {
              Tally tally = fold.tally(kind, 30);
              tally.keep(90);
              return () -> Ratio.of(tally.countWithin(30), tally.countWithin(90));
            }));
    return features;
  }
}
