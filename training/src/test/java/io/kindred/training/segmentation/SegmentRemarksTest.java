package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SegmentRemarksTest {
  @Test
  void aSearchThatEndedAtTheMostAllowedSaysSo() {
    assertThat(SegmentRemarks.limit(3159, 12, 12, ""))
        .contains(
            "The search ended at the most segments allowed (12, segments.most); there may be more.");
    assertThat(SegmentRemarks.limit(3159, 11, 12, "")).isEmpty();
  }

  /// One segment for every 40 customers, and no two for fewer than 80.
  @Test
  void theCapOfFewCustomersIsToldWhetherOrNotItWasReached() {
    assertThat(SegmentRemarks.limit(200, 5, 12, ""))
        .contains(
            "The search ended at the most segments possible (5: 200 customers carry no more, segments.most is 12); there may be more.");
    assertThat(SegmentRemarks.limit(200, 3, 12, ""))
        .contains(
            "No more than 5 segments were tried (200 customers carry no more, segments.most is 12).");
    assertThat(SegmentRemarks.limit(480, 3, 12, "")).isEmpty();
    assertThat(SegmentRemarks.limit(79, 1, 12, "").orElseThrow()).contains("(1: 79 customers");
  }

  @Test
  void theMacroSegmentIsNamed() {
    assertThat(SegmentRemarks.limit(900, 4, 4, " in macro-segment Families"))
        .contains(
            "The search ended at the most segments allowed in macro-segment Families (4, segments.most); there may be more.");
  }
}
