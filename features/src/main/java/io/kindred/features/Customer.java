package io.kindred.features;

/// A customer and everything gathered of them.
public record Customer(CustomerId id, History history) {}
