package io.kindred.training.lifetimevalue;

/// A BG/NBD and the customers' likelihood under it.
///
/// @param logLikelihood natural logarithm, in the customers' time unit
/// @param customers all that were fitted
/// @param repeatCustomers those of them who bought again
public record BetaGeometricFit(
    BetaGeometric model, double logLikelihood, int customers, int repeatCustomers) {}
