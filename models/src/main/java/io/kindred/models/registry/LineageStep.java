package io.kindred.models.registry;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.Lineage;
import io.kindred.models.MacroSegment;
import io.kindred.models.Segment;
import io.kindred.models.format.BundleFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One bundle in the history of its model.
///
/// @param unnamed the id that the bundle would have had nobody named a segment: the same for
///   bundles that differ in given names only
/// @param asOf the last moment that its training saw
/// @param segmentIds of both levels
public record LineageStep(
    BundleId id, BundleId unnamed, Instant asOf, Lineage lineage, List<String> segmentIds) {
  public LineageStep {
    segmentIds = List.copyOf(segmentIds);
  }

  static LineageStep of(Bundle bundle) throws BundleException {
    BundleContents contents = bundle.contents();
    BundleContents unnamed = contents.withSegments(contents.segments().withGivenNames(Map.of()));
    return new LineageStep(
        bundle.id(),
        BundleFormat.id(BundleFormat.encode(unnamed)),
        contents.asOf(),
        contents.lineage(),
        Stream.concat(
                contents.segments().macroSegments().stream().map(MacroSegment::id),
                contents.segments().segments().stream().map(Segment::id))
            .toList());
  }
}
