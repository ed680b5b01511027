package io.kindred.training.segmentation;

/// One number of segments that was tried.
///
/// @param segments how many
/// @param logLikelihood per customer, what is expected of unseen ones: see {@link Fits}
/// @param standardError of its difference to the best candidate's, over customers; 0 for the best
/// @param stability agreement (adjusted Rand index) of the two halves' fits on all customers
public record Candidate(
    int segments, double logLikelihood, double standardError, double stability) {}
