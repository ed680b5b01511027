package io.kindred.training.segmentation;

/// A part of a segment's name.
///
/// @param words such as `frequent buyers`
record NamePart(String words, FeatureWords.Concern concern) {}
