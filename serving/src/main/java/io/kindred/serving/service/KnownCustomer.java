package io.kindred.serving.service;

import io.kindred.features.History;

/// What is known of a customer to score.
///
/// @param account the history of the account whose contact the customer is; empty for none
public record KnownCustomer(History history, History account) {

  /// A customer who is nobody's contact.
  public KnownCustomer(History history) {
    this(history, History.empty());
  }
}
