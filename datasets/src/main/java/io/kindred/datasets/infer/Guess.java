package io.kindred.datasets.infer;

import java.util.Optional;

/// What one column was taken for.
///
/// @param role such as `customer`, `time`, `orders.amount`, `attribute` or `left out`
/// @param why what speaks for it
/// @param check what a person should look at; empty where the guess is a safe one
public record Guess(String file, String column, String role, String why, Optional<String> check) {}
