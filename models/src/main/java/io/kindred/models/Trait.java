package io.kindred.models;

/// How a segment differs from all customers in one feature.
///
/// @param text one plain sentence
/// @param effect the segment's mean less the mean of all, in standard deviations of all customers
/// @param typicalValue the median in the segment, in the feature's unit
public record Trait(String feature, String text, double effect, double typicalValue) {}
