package io.kindred.features;

/// What a customer bought within some time.
///
/// @param days days with a purchase, as {@link PurchaseDays} has them
/// @param value money left of those days after their returns, in the data set's currency
public record Purchases(int days, double value) {}
