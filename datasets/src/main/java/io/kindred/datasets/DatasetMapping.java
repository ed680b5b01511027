package io.kindred.datasets;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JacksonModule;

/// What `dataset.yaml` says: which columns of which files are customers, events and attributes.
///
/// @param name of the data set, for people
/// @param zone where calendar days begin and end, and whose clock a time without a zone is of; UTC
///   where it is left out
/// @param currency of every amount, as in ISO 4217; empty where there is no money
/// @param exchangeRates what one unit of another currency costs in this one
/// @param accounts whether the customers are contacts of accounts, and who of them is scored
/// @param hashIds where the key is with which ids are hashed; none where they stay as they are
public record DatasetMapping(
    String name,
    ZoneId zone,
    String currency,
    Map<String, BigDecimal> exchangeRates,
    Optional<AccountsMapping> accounts,
    Optional<IdKeySource> hashIds,
    List<TableMapping> tables) {
  public DatasetMapping {
    zone = zone == null ? ZoneOffset.UTC : zone;
    currency = currency == null ? "" : currency;
    exchangeRates = exchangeRates == null ? Map.of() : Map.copyOf(exchangeRates);
    tables = tables == null ? List.of() : List.copyOf(tables);
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("name is missing (expected what to call the data set)");
    }
    if (!currency.matches("([A-Z]{3})?")) {
      throw new IllegalArgumentException(
          "currency is \"%s\" (expected three capital letters such as EUR)".formatted(currency));
    }
    if (tables.isEmpty()) {
      throw new IllegalArgumentException("tables is missing (expected at least one table)");
    }
    new ExchangeRates(currency, exchangeRates);
    for (int i = 0; i < tables.size(); i++) {
      checkCurrency(currency, tables.get(i), i);
    }
    checkAccounts(accounts, tables);
  }

  /// Reads a mapping from a YAML file.
  ///
  /// @throws DatasetException where it is missing, no YAML, or says something it cannot mean
  public static DatasetMapping read(Path yaml) {
    return MappingReader.read(yaml);
  }

  /// How the short forms of a mapping are bound, for other files that hold parts of one.
  public static JacksonModule shortForms() {
    return MappingReader.SHORT_FORMS;
  }

  /// The same with further tables.
  public DatasetMapping plus(List<TableMapping> more) {
    return new DatasetMapping(
        name,
        zone,
        currency,
        exchangeRates,
        accounts,
        hashIds,
        Stream.concat(tables.stream(), more.stream()).toList());
  }

  /// The same with the key's file looked for from a folder.
  DatasetMapping from(Path folder) {
    return new DatasetMapping(
        name,
        zone,
        currency,
        exchangeRates,
        accounts,
        hashIds.map(source -> source.from(folder)),
        tables);
  }

  private static void checkCurrency(String currency, TableMapping table, int index) {
    for (EventMapping event : table.events()) {
      if (currency.isEmpty() && event.currency().isPresent()) {
        throw new IllegalArgumentException(
            ("currency is missing, but tables[%d] says of which currency each %s is (expected the one"
                    + " currency to count in, such as currency: EUR, beside name)")
                .formatted(index, event.kind()));
      }
    }
  }

  private static void checkAccounts(Optional<AccountsMapping> accounts, List<TableMapping> tables) {
    boolean named = false;
    for (int i = 0; i < tables.size(); i++) {
      if (tables.get(i).namesAccounts()) {
        named = true;
        if (accounts.isEmpty()) {
          throw new IllegalArgumentException(
              "accounts is missing, but tables[%d] names accounts (expected accounts: {level: contact}"
                      .formatted(i)
                  + " where their contacts are scored, or accounts: {level: account}, beside name)");
        }
      }
    }
    if (accounts.isPresent() && !named) {
      throw new IllegalArgumentException(
          "accounts is given, but no table names one (expected account: beside customer in the table"
              + " that says whose contact each customer is)");
    }
  }
}
