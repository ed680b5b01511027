package io.kindred.models.segmentation;

import java.util.List;

/// A node of the segment tree: a segment, or a division into smaller ones.
public sealed interface SegmentNode {

  /// How many segments there are below.
  int segments();

  /// A segment that is not divided.
  record Leaf() implements SegmentNode {
    @Override
    public int segments() {
      return 1;
    }
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
      return new Learned(
          split, java.util.Collections.nCopies(split.groups(), (SegmentNode) new Leaf()));
    }

    @Override
    public int segments() {
      return children.stream().mapToInt(SegmentNode::segments).sum();
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
  }
}
