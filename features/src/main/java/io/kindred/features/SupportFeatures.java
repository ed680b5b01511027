package io.kindred.features;

import static io.kindred.features.EventKind.SUPPORT_CONTACT;
import static io.kindred.features.FeatureDefinition.behavioural;
import static io.kindred.features.FeatureDefinition.signal;
import static io.kindred.features.MeasurementScale.SKEWED;

import java.util.List;
import java.util.stream.Stream;

/// Calls for help and complaints.
final class SupportFeatures {
  private SupportFeatures() {}

  static List<FeatureDefinition> definitions() {
    return Stream.of(
            Windows.of(SUPPORT_CONTACT, "support_contacts", "contacts", "Support contacts"),
            List.of(
                behavioural(
                    "support_contact_count",
                    SKEWED,
                    "contacts",
                    "Support contacts so far.",
                    fold -> fold.tally(SUPPORT_CONTACT)::count),
                signal(
                    "days_since_support_contact",
                    SKEWED,
                    "days",
                    "Days since the last support contact; unknown before the first.",
                    fold -> fold.tally(SUPPORT_CONTACT)::daysSinceLast)))
        .flatMap(List::stream)
        .toList();
  }
}
