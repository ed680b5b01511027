package io.kindred.models.segmentation;

import java.util.Collections;
import java.util.List;

/// A node of the segment tree: a segment, or a division into smaller ones.
public sealed interface SegmentNode {

  /// How many segments there are below.
  int segments();

  /// Refuses what does not fit feature rows of a size.
  void check(int rowSize);

  /// A segment that is not divided.
  record Leaf() implements SegmentNode {
    @Override
    public int segments() {
      return 1;
    }

    @Override
    public void check(int rowSize) {}
  }

  /// Divided by what customers are like.
  ///
  /// @param children as many as the split has groups
  record Learned(LearnedSplit split, List<SegmentNode> children) implements SegmentNode {
    public Learned {
      children = List.copyOf(children);
      if (children.size() != split.groups()) {
        throw new IllegalArgumentException(
            "a split into %d groups has %d children (expected as many)"
                .formatted(split.groups(), children.size()));
      }
    }

    /// A split whose groups are segments.
    public static Learned ofLeaves(LearnedSplit split) {
      return new Learned(split, Collections.nCopies(split.groups(), new Leaf()));
    }

    @Override
    public int segments() {
      return children.stream().mapToInt(SegmentNode::segments).sum();
    }

    @Override
    public void check(int rowSize) {
      split.check(rowSize);
      children.forEach(child -> child.check(rowSize));
    }
  }

  /// Divided by rules.
  ///
  /// @param children as many as the split has groups
  record Ruled(RuleSplit split, List<SegmentNode> children) implements SegmentNode {
    public Ruled {
      children = List.copyOf(children);
      if (children.size() != split.groups().size()) {
        throw new IllegalArgumentException(
            "a split into %d groups has %d children (expected as many)"
                .formatted(split.groups().size(), children.size()));
      }
    }

    @Override
    public int segments() {
      return children.stream().mapToInt(SegmentNode::segments).sum();
    }

    @Override
    public void check(int rowSize) {
      split.check(rowSize);
      children.forEach(child -> child.check(rowSize));
    }
  }
}
