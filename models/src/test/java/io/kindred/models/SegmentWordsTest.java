package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | %d segments",
        "1 | %d segments, 1 of them too unstable to plan with",
        "2 | %d segments, 2 of them too unstable to plan with"
      })
  void segmentsAreCountedWithThoseThatAreUnstable(int unstable, String expected) {
    Segments sample = SampleBundle.contents().segments();
    List<Segment> segments = sample.segments();
    Segments some =
        new Segments(
            sample.macroSegments(),
            IntStream.range(0, segments.size())
                .mapToObj(i -> with(segments.get(i), i < unstable))
                .toList(),
            sample.rules());

    assertThat(SegmentWords.counted(some)).isEqualTo(expected.formatted(segments.size()));
  }

  @Test
  void whatAReliabilitySaysIsKnownByItsName() {
    assertThat(SegmentWords.isOfReliability(measure("segments", SegmentWords.COVERAGE))).isTrue();
    assertThat(SegmentWords.isOfReliability(measure("purchase", SegmentWords.COVERAGE))).isFalse();
    assertThat(SegmentWords.isOfReliability(measure("segments", "number of segments"))).isFalse();
  }

  private static Segment with(Segment segment, boolean unstable) {
    return new Segment(
        segment.id(),
        segment.macroSegmentId(),
        segment.name(),
        segment.share(),
        segment.customers(),
        segment.stability(),
        unstable,
        segment.persona());
  }

  private static Measure measure(String subject, String name) {
    return new Measure(subject, name, .9, Optional.empty(), 10, true, List.of());
  }
}
