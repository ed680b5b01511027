package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.LogOdds;
import io.kindred.v1.Reason;
import io.kindred.v1.ReasonDirection;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentReasonsTest {
  private static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
          ZoneId.of("Europe/Stockholm"), "SEK", new LinkedHashMap<>(), List.of(), List.of());
  private static final float[] ROW = new float[SCHEMA.size()];

  @Test
  void theHeaviestStandFirstWhicheverWayTheyPull() {
    List<Reason> reasons = SegmentReasons.toMessages(SCHEMA, ROW, odds(.5, -2, 0, 1, -1, .25));

    assertThat(reasons).extracting(Reason::getContribution).containsExactly(-2d, 1d, -1d, .5, .25);
    assertThat(reasons)
        .extracting(Reason::getFeature)
        .containsExactly(name(1), name(3), name(4), name(0), name(5));
    assertThat(reasons)
        .allSatisfy(reason ->
            assertThat(reason.getDirection())
                .isEqualTo(
                    reason.getContribution() > 0
                        ? ReasonDirection.REASON_DIRECTION_RAISES
                        : ReasonDirection.REASON_DIRECTION_LOWERS));
  }

  @Test
  void thereAreNotMoreThanOneReads() {
    double[] many = IntStream.range(1, 30).mapToDouble(i -> i).toArray();

    assertThat(SegmentReasons.toMessages(SCHEMA, ROW, odds(many)))
        .extracting(Reason::getContribution)
        .containsExactly(29d, 28d, 27d, 26d, 25d, 24d, 23d, 22d);
  }

  private static LogOdds odds(double... contributions) {
    return new LogOdds(
        0,
        0,
        IntStream.range(0, contributions.length)
            .mapToObj(feature -> new LogOdds.Term(feature, contributions[feature]))
            .toList());
  }

  private static String name(int feature) {
    return SCHEMA.features().get(feature).name();
  }
}
