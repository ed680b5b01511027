package io.kindred.training.lifetimevalue;

/// A Gamma-Gamma model and the customers' likelihood under it.
///
/// @param logLikelihood natural logarithm, in the customers' currency
/// @param customers those fitted: with a repeat purchase and a positive mean value
/// @param meanBounded whether the values are so unequal that everyone's mean would not exist, so
///   that q stands at its lower bound; the population's mean is then a convention, the values of
///   customers with purchases hardly depend on it
public record GammaGammaFit(
    GammaGamma model, double logLikelihood, int customers, boolean meanBounded) {}
