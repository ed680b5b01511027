package io.kindred.datasets.generator;

import io.kindred.features.CustomerId;
import io.kindred.features.History;

/// A synthetic customer.
///
/// @param account the account whose contact they are; empty for none
/// @param known everything that was known at the end of the last day
/// @param future the events of the horizon after it
public record GeneratedCustomer(
    CustomerId id, String account, History known, History future, Truth truth) {}
