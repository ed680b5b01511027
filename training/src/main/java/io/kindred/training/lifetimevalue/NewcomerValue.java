package io.kindred.training.lifetimevalue;

/// What is expected of a customer who has not bought yet: what others like that went on to do.
///
/// @param customers how many it rests on; with none of them all figures are 0
/// @param expectedOrders purchase days within the horizon
/// @param expectedSpend money within the horizon
/// @param low the low end of the spend's range
/// @param high the high end of the spend's range
public record NewcomerValue(
    int customers, double expectedOrders, double expectedSpend, double low, double high) {}
