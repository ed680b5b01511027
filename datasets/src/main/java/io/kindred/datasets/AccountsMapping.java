package io.kindred.datasets;

/// That customers are contacts of accounts, such as the people of a company.
///
/// @param level who is a customer to the models
public record AccountsMapping(Level level) {
  /// Who is scored.
  public enum Level {
    /// The contact, beside whose own history the account's is known.
    CONTACT,
    /// The account, with the events of all its contacts.
    ACCOUNT
  }

  public AccountsMapping {
    if (level == null) {
      throw new IllegalArgumentException(
          "level is missing (expected contact where contacts are scored, account where accounts are)");
    }
  }
}
