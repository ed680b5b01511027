package io.kindred.models;

import java.time.Instant;
import java.util.List;

/// How many customers each segment gained and lost between two bundles, split exactly in two: what
/// customers did, under the model before, and what the new model changed, for the same customers.
///
/// The model before at its date, the model before at the new date, the new model at the new date:
/// the first step is the customers' doing, the second the model's. All counts are of likeliest
/// segments in the data of the later training. Flows and groups of fewer than {@link #FEWEST}
/// customers are pooled, one pool a list, under {@link #OTHERS}; lines are exact.
///
/// @param from the date of the bundle before
/// @param to the date of the bundle after
/// @param customers how many were known at both dates; lines and flows are of them
/// @param lines every segment of either bundle
/// @param customersChanged from segments at the first date to segments at the second, the model
///   before
/// @param modelChanged from segments of the model before to segments of the new one, second date
/// @param arrived customers known at the second date only, by segment of the new model
/// @param left customers known at the first date only, by segment of the model before
public record Movement(
    Instant from,
    Instant to,
    int customers,
    List<Line> lines,
    List<Flow> customersChanged,
    List<Flow> modelChanged,
    List<Group> arrived,
    List<Group> left) {
  /// Flows and groups of fewer customers are not shown by themselves.
  public static final int FEWEST = 20;

  /// Stands for the segments of all flows or groups that are too small to be shown.
  public static final String OTHERS = "*";

  public Movement {
    lines = List.copyOf(lines);
    customersChanged = List.copyOf(customersChanged);
    modelChanged = List.copyOf(modelChanged);
    arrived = List.copyOf(arrived);
    left = List.copyOf(left);
    checkSum("before", lines.stream().mapToInt(Line::before).sum(), customers);
    checkSum("after", lines.stream().mapToInt(Line::after).sum(), customers);
    checkSum(
        "changed customers", customersChanged.stream().mapToInt(Flow::customers).sum(), customers);
    checkSum("the changed model", modelChanged.stream().mapToInt(Flow::customers).sum(), customers);
  }

  /// What a segment gained and lost.
  ///
  /// @param before customers at the first date, by the model before
  /// @param customersChanged how many more by the same model at the second date
  /// @param modelChanged how many more by the new model at the second date
  /// @param after customers at the second date, by the new model
  public record Line(
      String segmentId, int before, int customersChanged, int modelChanged, int after) {
    public Line {
      if (before + customersChanged + modelChanged != after) {
        throw new IllegalArgumentException(
            "segment %s went from %d by %d and %d to %d (expected the sum)"
                .formatted(segmentId, before, customersChanged, modelChanged, after));
      }
    }
  }

  /// Customers who went from one segment to another, or stayed in one; both are {@link #OTHERS} in
  /// the pool.
  public record Flow(String from, String to, int customers) {}

  /// Customers of a segment.
  ///
  /// @param segmentId a segment, or {@link #OTHERS}
  public record Group(String segmentId, int customers) {}

  private static void checkSum(String what, int sum, int customers) {
    if (sum != customers) {
      throw new IllegalArgumentException(
          "the movement counts %d customers of %s (expected %d)".formatted(sum, what, customers));
    }
  }
}
