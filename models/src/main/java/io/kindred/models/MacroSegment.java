package io.kindred.models;

/// A coarse group of segments.
///
/// @param share of the training customers, 0 to 1
public record MacroSegment(String id, SegmentName name, double share) {}
