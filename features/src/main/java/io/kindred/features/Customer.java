package io.kindred.features;

/// A customer and everything gathered of them.
///
/// @param account what was gathered of the account that the customer is a contact of; empty for
///   customers without one
public record Customer(CustomerId id, History history, History account) {

  /// A customer who is nobody's contact.
  public Customer(CustomerId id, History history) {
    this(id, history, History.empty());
  }
}
