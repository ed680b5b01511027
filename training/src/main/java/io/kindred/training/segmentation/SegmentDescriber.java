package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.training.segmentation.SegmentDescription.FeatureProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Describes segments by their customers beside all customers.
public final class SegmentDescriber {
  private SegmentDescriber() {}

  /// A description of each segment; one of fewer than 20 customers has no profiles and no
  /// sentences.
  ///
  /// @param segmentOf the segment of each row, from 0
  public static List<SegmentDescription> describe(
      int segments, int[] segmentOf, FeatureTable table) {
    List<int[]> members = new ArrayList<>();
    List<List<FeatureProfile>> profiles = new ArrayList<>();
    for (int k = 0; k < segments; k++) {
      int segment = k;
      members.add(
          IntStream.range(0, segmentOf.length).filter(i -> segmentOf[i] == segment).toArray());
      profiles.add(SegmentProfiles.of(table, members.getLast()));
    }
    List<String> names =
        SegmentNames.unique(
            profiles.stream().map(own -> SegmentTraits.phrases(table.schema(), own)).toList());
    List<SegmentDescription> descriptions = new ArrayList<>();
    for (int k = 0; k < segments; k++) {
      int customers = members.get(k).length;
      descriptions.add(
          new SegmentDescription(
              k,
              names.get(k),
              customers,
              table.size() == 0 ? 0 : (double) customers / table.size(),
              profiles.get(k),
              SegmentTraits.distinctions(table.schema(), profiles.get(k))));
    }
    return descriptions;
  }
}
