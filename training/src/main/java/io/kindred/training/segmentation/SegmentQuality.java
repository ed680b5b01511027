package io.kindred.training.segmentation;

/// How one segment came out on the customers it was fitted to.
///
/// @param share of customers whose likeliest segment it is
/// @param meanPosterior of those customers, the mean probability of this segment
public record SegmentQuality(int segment, double share, double meanPosterior) {}
