/// The segmentation that a bundle holds, as plain numbers and what they mean: from a feature row to
/// the probability of each segment, now and later, and how far a customer is like those it was made
/// from.
///
/// The ONNX graph computes the same, faster; this is what it is written from and held against, and
/// what explains its answers.
@org.jspecify.annotations.NullMarked
package io.kindred.models.segmentation;
