package io.kindred.datasets;

import io.kindred.features.CustomerId;
import io.kindred.features.History;

/// A synthetic customer.
///
/// @param known everything up to the end of the last day
/// @param future the events of the horizon after it
public record GeneratedCustomer(CustomerId id, History known, History future, Truth truth) {}
