package io.kindred.serving.service;

import io.kindred.features.FeatureSchema;
import io.kindred.features.History;
import io.kindred.models.AssignmentRules;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleId;
import io.kindred.models.PropensityTarget;
import io.kindred.scoring.Scorer;
import io.kindred.v1.FeatureRow;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;

/// A bundle in memory, with what reading requests for it takes.
final class LiveBundle {
  private final Scorer scorer;
  private final BundleId id;
  private final BundleContents contents;
  private final HistoryReader histories;
  private final FeatureRowReader featureRows;

  LiveBundle(Scorer scorer) {
    this.scorer = scorer;
    this.id = scorer.bundle().id();
    this.contents = scorer.bundle().contents();
    this.histories = new HistoryReader(schema());
    this.featureRows = new FeatureRowReader(schema());
  }

  Scorer scorer() {
    return scorer;
  }

  BundleId id() {
    return id;
  }

  BundleContents contents() {
    return contents;
  }

  FeatureSchema schema() {
    return contents.schema();
  }

  List<PropensityTarget> targets() {
    return contents.targets().propensities();
  }

  /// The levels of prediction sets, the usual one first.
  List<Double> coverageLevels() {
    AssignmentRules rules = contents.segments().rules();
    return DoubleStream.concat(
            DoubleStream.of(rules.usualCoverage()),
            DoubleStream.of(rules.sets().levels()).filter(level -> level != rules.usualCoverage()))
        .boxed()
        .toList();
  }

  /// A row of features alone, NaN where the message is silent.
  float[] featureRow(FeatureRow message, Place place, Violations violations) {
    return featureRows.read(message, place, violations);
  }

  /// The row to score of what is known of a customer.
  ///
  /// @throws Refusal where it has violations, or there were earlier ones
  float[] row(io.kindred.v1.Subject subject, Place place, Instant asOf, Violations violations) {
    Place account = place.field("account_history");
    if (subject.hasAccountHistory() && !subject.hasHistory()) {
      violations.add(
          account,
          "stands without history (expected beside history only: a feature row has the account's"
              + " features in itself)");
    }
    return switch (subject.getKnownByCase()) {
      case HISTORY -> {
        History own = histories.read(subject.getHistory(), place.field("history"), violations);
        History ofAccount = histories.read(subject.getAccountHistory(), account, violations);
        violations.refuseIfAny();
        yield scorer.featurizer().row(own, ofAccount, asOf);
      }
      case FEATURE_ROW -> {
        float[] row =
            featureRows.read(subject.getFeatureRow(), place.field("feature_row"), violations);
        violations.refuseIfAny();
        yield row;
      }
      case STORED_CUSTOMER ->
          throw Refusal.notOffered(
              "%s is not offered by this version yet: it keeps no histories (expected history or feature_row)"
                  .formatted(place.field("stored_customer").path()));
      case KNOWNBY_NOT_SET -> {
        violations.add(
            place.field("known_by"), "is missing (expected one of history, feature_row)");
        violations.refuseIfAny();
        throw new IllegalStateException("refused above");
      }
    };
  }
}
