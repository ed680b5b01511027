package io.kindred.training.report;

import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Numbers as the report writes them: no more digits than mean something, units in words.
///
/// @param currency an ISO 4217 code
record Figures(String currency) {
  private static final Locale LANGUAGE = Locale.ENGLISH;
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
  private static final char MINUS = '\u2212';

  /// Keeps a number and its unit on one line.
  private static final char NO_BREAK_SPACE = '\u00a0';

  private static final Pattern SCALE = Pattern.compile("(-?\\d+) to (-?\\d+)");

  /// Units that say more than the feature's own.
  private static final Map<String, String> UNITS =
      Map.of(
          FeatureNames.DAYS_SINCE_LAST_ORDER,
          "days ago",
          FeatureNames.DAYS_SINCE_FIRST_ORDER,
          "days ago",
          "days_since_last_visit",
          "days ago",
          FeatureNames.REPEAT_PURCHASE_DAYS,
          "repeat purchases",
          "overdue_ratio",
          "times the usual interval",
          "orders_per_visit",
          "orders per visit",
          "items_per_order",
          "pieces per order",
          "pages_per_visit",
          "pages per visit");

  private static final Map<String, String> ONE =
      Map.of(
          "days", "day",
          "orders", "order",
          "visits", "visit",
          "returns", "return",
          "pieces", "piece",
          "pages", "page",
          "categories", "category",
          "purchases", "purchase",
          "times", "time");

  /// A whole number, such as `4,000`.
  String count(double number) {
    return grouped(number, 0);
  }

  /// A share in whole percent; what is not nothing or everything never looks so: `<1%`, `>99%`.
  String percent(double share) {
    if (share > 0 && share < .005) {
      return "<1%";
    }
    if (share < 1 && share >= .995) {
      return ">99%";
    }
    return grouped(100 * share, 0) + "%";
  }

  /// Money, in whole units from 10 up, such as `2,884 SEK`.
  String money(double amount) {
    boolean isWhole = Math.abs(amount) >= 10 || amount == Math.rint(amount);
    return grouped(amount, isWhole ? 0 : 2) + NO_BREAK_SPACE + currency;
  }

  /// What is typical of a feature, such as `3 orders`; empty for yes/no, where the middle says
  /// little.
  String typical(Feature feature, double value) {
    String unit = UNITS.getOrDefault(feature.name(), feature.unit());
    return switch (unit) {
      case "share" -> percent(value);
      case "currency" -> money(value);
      case "yes_no" -> "";
      case "number" -> number(value);
      default -> onScale(unit, value).orElseGet(() -> withUnit(value, unit));
    };
  }

  /// Three significant digits, all of the whole ones, such as `0.913` and `1,136`.
  String threeDigits(double number) {
    if (Math.abs(number) >= 100) {
      return grouped(number, 0);
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(number).round(THREE_DIGITS);
    int places = Math.max(THREE_DIGITS.getPrecision() - rounded.precision() + rounded.scale(), 0);
    return signed(rounded.setScale(places, RoundingMode.HALF_EVEN).toPlainString());
  }

  /// A share in percent to three significant digits, such as `88.9%`.
  String exactPercent(double share) {
    return threeDigits(100 * share) + "%";
  }

  /// A share too much or too little, such as `+49.2%`.
  String exactSignedPercent(double share) {
    return (share > 0 ? "+" : "") + exactPercent(share);
  }

  private static Optional<String> onScale(String unit, double value) {
    Matcher ends = SCALE.matcher(unit);
    return ends.matches()
        ? Optional.of(
            "%s on a scale from %s to %s"
                .formatted(plain(value), signed(ends.group(1)), signed(ends.group(2))))
        : Optional.empty();
  }

  private static String withUnit(double value, String unit) {
    String number = plain(value);
    String in =
        number.equals("1")
            ? Arrays.stream(unit.split(" "))
                .map(word -> ONE.getOrDefault(word, word))
                .collect(Collectors.joining(" "))
            : unit;
    return number + NO_BREAK_SPACE + in;
  }

  /// A quantity of something unknown: a year is not grouped, an income is.
  private static String number(double value) {
    boolean isLarge = Math.abs(value) >= 10_000;
    return isLarge ? grouped(value, 0) : plain(value).replace(",", "");
  }

  /// Whole from 10 up, one decimal from 1 up, else two, and none that are 0.
  private static String plain(double value) {
    double magnitude = Math.abs(value);
    int places = magnitude >= 10 ? 0 : magnitude >= 1 ? 1 : 2;
    String text = grouped(value, places);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  private static String grouped(double number, int places) {
    String text = String.format(LANGUAGE, "%,." + places + "f", number);
    boolean isNothing = text.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    return isNothing ? text.replace("-", "") : signed(text);
  }

  private static String signed(String text) {
    return text.replace('-', MINUS);
  }
}
