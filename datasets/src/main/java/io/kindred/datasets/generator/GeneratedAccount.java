package io.kindred.datasets.generator;

import io.kindred.features.History;

/// A synthetic company that buys through its contacts.
///
/// @param known what was known at the end of the last day of the company itself, without what its
///   contacts did
/// @param future the company's own events of the horizon after it
/// @param truth of all its contacts together
public record GeneratedAccount(String id, History known, History future, Truth truth) {}
