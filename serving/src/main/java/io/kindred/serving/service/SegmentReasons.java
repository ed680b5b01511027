package io.kindred.serving.service;

import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.LogOdds;
import io.kindred.v1.Reason;
import io.kindred.v1.ReasonDirection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Why the most probable segment is more probable than the next.
final class SegmentReasons {
  private static final int MOST = 8;

  private SegmentReasons() {}

  /// The heaviest reasons first; none where a rule decides, or there is one segment.
  static List<Reason> of(LiveBundle bundle, float[] row, double[] posterior) {
    int[] order = mostProbableFirst(posterior);
    if (order.length < 2) {
      return List.of();
    }
    return bundle
        .contents()
        .segmentModel()
        .tree()
        .compare(row, order[0], order[1])
        .map(odds -> toMessages(bundle.schema(), row, odds))
        .orElse(List.of());
  }

  /// The places of the segments, of equals the first first.
  static int[] mostProbableFirst(double[] posterior) {
    return IntStream.range(0, posterior.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -posterior[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The heaviest terms of log-odds as a caller is told them.
  static List<Reason> toMessages(FeatureSchema schema, float[] row, LogOdds odds) {
    return all(schema, row, odds).stream().limit(MOST).toList();
  }

  /// All terms that are not 0, the heaviest first.
  static List<Reason> all(FeatureSchema schema, float[] row, LogOdds odds) {
    return odds.terms().stream()
        .filter(term -> term.contribution() != 0)
        .sorted(
            Comparator.comparingDouble((LogOdds.Term term) -> -Math.abs(term.contribution()))
                .thenComparingInt(LogOdds.Term::feature))
        .map(term -> {
          Feature feature = schema.features().get(term.feature());
          return Reason.newBuilder()
              .setFeature(feature.name())
              .setText(feature.description())
              .setDirection(
                  term.contribution() > 0
                      ? ReasonDirection.REASON_DIRECTION_RAISES
                      : ReasonDirection.REASON_DIRECTION_LOWERS)
              .setContribution(term.contribution())
              .setValue(row[term.feature()])
              .build();
        })
        .toList();
  }
}
