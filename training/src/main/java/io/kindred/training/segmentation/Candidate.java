package io.kindred.training.segmentation;

/// One number of segments that was tried.
///
/// @param segments how many
/// @param heldOutLogLikelihood per customer, of the half of the customers that the fit had not seen
/// @param standardError of its difference to the best candidate's, over customers; 0 for the best
/// @param stability agreement (adjusted Rand index) of the two halves' fits on all customers
public record Candidate(
    int segments, double heldOutLogLikelihood, double standardError, double stability) {}
