package io.kindred.models;

/// Money expected from a customer within a horizon.
///
/// @param coverage the share of customers whose spend shall lie within the range given
/// @param model the kind of model, in words
public record LifetimeValueTarget(int horizonDays, double coverage, String model) {}
