package io.kindred.training.persona;

import io.kindred.features.FeatureTable;
import io.kindred.models.Outputs;
import io.kindred.models.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Customers, the segments they are in, and what the models expect of them.
///
/// @param segmentOf the segment of each row, from 0
/// @param groupOf the group of each segment: those of one group are siblings
/// @param outputs of each row; none where nothing is expected of anyone
/// @param targets what the outputs stand for
public record Population(
    FeatureTable table, int[] segmentOf, int[] groupOf, List<Outputs> outputs, Targets targets) {
  public Population {
    segmentOf = segmentOf.clone();
    groupOf = groupOf.clone();
    outputs = List.copyOf(outputs);
    if (segmentOf.length != table.size()) {
      throw new IllegalArgumentException(
          "%d customers have a segment (expected %d, all)"
              .formatted(segmentOf.length, table.size()));
    }
    if (!outputs.isEmpty() && outputs.size() != table.size()) {
      throw new IllegalArgumentException(
          "%d customers have outputs (expected %d, all, or none)"
              .formatted(outputs.size(), table.size()));
    }
    for (int segment : segmentOf) {
      if (segment < 0 || segment >= groupOf.length) {
        throw new IllegalArgumentException(
            "a customer is in segment %d (expected 0 to %d)"
                .formatted(segment, groupOf.length - 1));
      }
    }
  }

  @Override
  public int[] segmentOf() {
    return segmentOf.clone();
  }

  @Override
  public int[] groupOf() {
    return groupOf.clone();
  }

  int segments() {
    return groupOf.length;
  }

  /// The rows of one segment.
  int[] members(int segment) {
    return IntStream.range(0, segmentOf.length).filter(row -> segmentOf[row] == segment).toArray();
  }

  /// The segments beside a segment in its group.
  int[] siblings(int segment) {
    return IntStream.range(0, groupOf.length)
        .filter(other -> other != segment && groupOf[other] == groupOf[segment])
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Population population
        && table.equals(population.table)
        && Arrays.equals(segmentOf, population.segmentOf)
        && Arrays.equals(groupOf, population.groupOf)
        && outputs.equals(population.outputs)
        && targets.equals(population.targets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(segmentOf) + Arrays.hashCode(groupOf);
  }
}
