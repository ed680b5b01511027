package io.kindred.training.persona;

import io.kindred.models.Language;
import java.util.Locale;

/// Numbers as a language writes them.
///
/// @param currency an ISO 4217 code
record Numbers(Language language, String currency) {
  private static final String NO_BREAK_SPACE = "\u00a0";

  String count(double number) {
    return grouped(number, 0);
  }

  /// A share in whole percent; what is not nothing or everything never looks so.
  String percent(double share) {
    String number =
        share > 0 && share < .005
            ? "<1"
            : share < 1 && share >= .995 ? ">99" : grouped(100 * share, 0);
    return switch (language) {
      case ENGLISH -> number + "%";
      case SWEDISH -> number + NO_BREAK_SPACE + "%";
    };
  }

  String money(double amount) {
    return plain(amount) + NO_BREAK_SPACE + currency;
  }

  String days(double days) {
    String number = plain(days);
    boolean isOne = number.equals("1");
    return number
        + NO_BREAK_SPACE
        + switch (language) {
          case ENGLISH -> isOne ? "day" : "days";
          case SWEDISH -> isOne ? "dag" : "dagar";
        };
  }

  /// One decimal below 10 where there is one.
  String plain(double number) {
    boolean isWhole = Math.abs(number) >= 10 || number == Math.rint(number);
    return grouped(number, isWhole ? 0 : 1);
  }

  private String grouped(double number, int places) {
    String english = String.format(Locale.ENGLISH, "%,." + places + "f", number);
    return switch (language) {
      case ENGLISH -> english;
      case SWEDISH -> english.replace(",", NO_BREAK_SPACE).replace('.', ',');
    };
  }
}
