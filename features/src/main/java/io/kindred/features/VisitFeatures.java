package io.kindred.features;

import static io.kindred.features.EventKind.ORDER;
import static io.kindred.features.EventKind.VISIT;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.CONTINUOUS;
import static io.kindred.features.MeasurementScale.SKEWED;
import static io.kindred.features.MeasurementScale.YES_NO;

import java.util.List;

/// Visits, and what they lead to.
final class VisitFeatures {
  private VisitFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "visit_count", SKEWED, "visits", "Visits so far.", fold -> fold.tally(VISIT)::count),
        signal(
            "visits_last_7_days",
            SKEWED,
            "visits",
            "Visits in the last 7 days.",
            fold -> {
              Tally tally = fold.tally(VISIT, 7);
              return () -> tally.countWithin(7);
            }),
        behavioural(
            "visits_last_30_days",
            SKEWED,
            "visits",
            "Visits in the last 30 days.",
            fold -> {
              Tally tally = fold.tally(VISIT, 30);
              return () -> tally.countWithin(30);
            }),
        signal(
            "visits_last_90_days",
            SKEWED,
            "visits",
            "Visits in the last 90 days.",
            fold -> {
              Tally tally = fold.tally(VISIT, 90);
              return () -> tally.countWithin(90);
            }),
        signal(
            "visits_last_365_days",
            SKEWED,
            "visits",
            "Visits in the last 365 days.",
            fold -> {
              Tally tally = fold.tally(VISIT, 365);
              return () -> tally.countWithin(365);
            }),
        signal(
            "visits_trend_30_in_90_days",
            CONTINUOUS,
            "share",
            "Visits of the last 30 days over those of the last 90, a third where nothing changes; unknown without any.",
            fold -> {
              Tally tally = fold.tally(VISIT, 30);
              tally.keep(90);
              return () -> Ratio.of(tally.countWithin(30), tally.countWithin(90));
            }),
        behavioural(
            "days_since_last_visit",
            SKEWED,
            "days",
            "Days since the last visit; unknown where there is none.",
            fold -> fold.tally(VISIT)::daysSinceLast),
        behavioural(
            "pages_per_visit",
            SKEWED,
            "pages",
            "Mean pages seen in a visit; unknown before the first.",
            fold -> {
              Tally visits = fold.tally(VISIT);
              return () -> Ratio.of(visits.quantity(), visits.count());
            }),
        behavioural(
            "orders_per_visit",
            SKEWED,
            "orders",
            "Orders over visits; unknown before the first visit.",
            fold -> {
              Tally visits = fold.tally(VISIT);
              Tally orders = fold.tally(ORDER);
              return () -> Ratio.of(orders.count(), visits.count());
            }),
        signal(
            "visits_since_last_order",
            SKEWED,
            "visits",
            "Visits since the last order, or all where there was none.",
            fold -> fold.sinceLastOrder()::visits),
        signal(
            "came_back_without_buying",
            YES_NO,
            "yes_no",
            "Whether the customer visited on two days or more and never ordered; unknown before the first visit.",
            fold -> {
              Distinct days =
                  fold.distinct(Kinds.of(VISIT), Filter.NONE, Extremes.LIFE, Distinct.DAYS);
              Tally orders = fold.tally(ORDER);
              return () ->
                  days.count() == 0 ? Double.NaN : days.count() > 1 && orders.count() == 0 ? 1 : 0;
            }));
  }
}
