package io.kindred.training.macro;

import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.Region;
import io.kindred.models.segmentation.RuleSplit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rules for macro-segments over the columns of a feature row, as plain data.
///
/// A macro-segment is where its own rule holds and none before it does. That is written out once,
/// as a union of {@link Region}s, each of them a conjunction of {@link ColumnRange}s: "not Nordic"
/// is the region `SE < .5, NO < .5, DK < .5`, and a list of words is a region per word. Every row
/// without unknown values is in the regions of exactly one macro-segment.
///
/// With unknown values a macro-segment is possible where some value for each of them leads there.
/// In a region every column stands once, so that this is true as soon as no known value is outside
/// of its range: see {@link RuleSplit}.
///
/// A macro-segment is certain where it is the only one possible; one is, always.
///
/// To ask instead of each rule alone whether it is certainly true or certainly false would be more
/// than is true: below 30 and from 30 on leave nobody over, though of an unknown age neither is
/// certain.
///
/// @param macros in the order of the rules, the rest last
public record ResolvedMacroRules(List<Macro> macros) {
  public ResolvedMacroRules {
    macros = List.copyOf(macros);
  }

  /// One macro-segment.
  ///
  /// @param regions where it is; they may overlap
  public record Macro(MacroName name, List<Region> regions) {
    public Macro {
      regions = List.copyOf(regions);
    }

    Macro with(List<Region> more) {
      return new Macro(name, Stream.concat(regions.stream(), more.stream()).toList());
    }

    boolean isPossible(float[] row) {
      return regions.stream().anyMatch(region -> !region.excludes(row));
    }
  }

  /// The rules as a division of customers.
  ///
  /// @param shares of the customers in each macro-segment, each above 0
  public RuleSplit split(double[] shares) {
    return new RuleSplit(macros.stream().map(Macro::regions).toList(), shares);
  }

  public int size() {
    return macros.size();
  }

  /// The macro-segments that a customer can still be in, given what is known; at least one.
  ///
  /// @param row NaN where unknown
  public boolean[] possible(float[] row) {
    boolean[] possible = new boolean[macros.size()];
    for (int i = 0; i < possible.length; i++) {
      possible[i] = macros.get(i).isPossible(row);
    }
    return possible;
  }

  /// The only macro-segment possible; none where there are several.
  public OptionalInt certain(float[] row) {
    int[] possible =
        IntStream.range(0, macros.size()).filter(i -> macros.get(i).isPossible(row)).toArray();
    return possible.length == 1 ? OptionalInt.of(possible[0]) : OptionalInt.empty();
  }
}
