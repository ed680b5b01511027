package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/// What a unit of each currency costs in the data set's own.
///
/// @param currency the data set's own, whose rate is 1; empty where there is none
record ExchangeRates(String currency, Map<String, BigDecimal> rates) {
  ExchangeRates {
    rates = Map.copyOf(rates);
    if (currency.isEmpty() && !rates.isEmpty()) {
      throw new IllegalArgumentException(
          "exchangeRates without currency (expected the one currency to count in, such as currency:"
              + " EUR)");
    }
    rates.forEach((name, rate) -> {
      if (!name.matches("[A-Z]{3}")) {
        throw new IllegalArgumentException(
            "exchangeRates has \"%s\" (expected three capital letters such as USD)"
                .formatted(name));
      }
      if (rate.signum() <= 0 || Double.isInfinite(rate.doubleValue())) {
        throw new IllegalArgumentException(
            "exchangeRates says %s: %s (expected what one %s costs, a number above 0)"
                .formatted(name, rate.toPlainString(), name));
      }
    });
    if (rates.containsKey(currency)) {
      throw new IllegalArgumentException(
          "exchangeRates has %s, the data set's own currency (expected other currencies only)"
              .formatted(currency));
    }
  }

  /// An amount in the data set's currency, exactly.
  ///
  /// @param source what says of which currency a row's amount is; a blank means the data set's
  Function<Row, BigDecimal> converted(
      Function<Row, BigDecimal> amount, WordSource source, Function<Row, String> name) {
    return row -> {
      BigDecimal written = amount.apply(row);
      String of = name.apply(row);
      if (of.isEmpty() || of.equals(currency)) {
        return written;
      }
      BigDecimal rate = rates.get(of);
      if (rate == null) {
        throw row.problem(unknown(source, of));
      }
      BigDecimal money = written.multiply(rate);
      if (!NumberText.isUsable(money)) {
        throw row.problem(
            "%s %s is too large a number in %s (expected at most %s; correct the row)"
                .formatted(of, written, currency, NumberText.LARGEST_TEXT));
      }
      return money;
    };
  }

  private String unknown(WordSource source, String name) {
    String what =
        switch (source) {
          case WordSource.InColumn(Column column, var _) -> "column " + column.name();
          case WordSource.Fixed _ -> "the mapping's constant for currency";
        };
    return "%s is \"%s\" (expected %s%s; say what one costs in %s: exchangeRates: {%s: ...})"
        .formatted(
            what,
            Shown.text(name),
            currency,
            rates.isEmpty()
                ? ""
                : " or one of exchangeRates: " + String.join(", ", new TreeSet<>(rates.keySet())),
            currency,
            name.matches("[A-Z]{3}") ? name : "USD");
  }
}
