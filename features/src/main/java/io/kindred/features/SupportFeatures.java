package io.kindred.features;

import static io.kindred.features.EventKind.SUPPORT_CONTACT;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;

/// Calls for help and complaints.
final class SupportFeatures {
  private SupportFeatures() {}

  static List<FeatureDefinition> definitions() {
    return List.of(
        behavioural(
            "support_contact_count",
            SKEWED,
            "contacts",
            "Support contacts so far.",
            fold -> fold.tally(SUPPORT_CONTACT)::count),
        signal(
            "support_contacts_last_30_days",
            SKEWED,
            "contacts",
            "Support contacts in the last 30 days.",
            fold -> {
              Tally tally = fold.tally(SUPPORT_CONTACT, 30);
              return () -> tally.countWithin(30);
            }),
        signal(
            "support_contacts_last_90_days",
            SKEWED,
            "contacts",
            "Support contacts in the last 90 days.",
            fold -> {
              Tally tally = fold.tally(SUPPORT_CONTACT, 90);
              return () -> tally.countWithin(90);
            }),
        signal(
            "days_since_support_contact",
            SKEWED,
            "days",
            "Days since the last support contact; unknown before the first.",
            fold -> fold.tally(SUPPORT_CONTACT)::daysSinceLast));
  }
}
