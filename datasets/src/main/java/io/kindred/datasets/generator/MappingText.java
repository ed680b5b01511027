package io.kindred.datasets.generator;

import io.kindred.features.AttributeDefinition;
import java.util.List;
import java.util.Locale;

/// Pieces of the mapping that stands beside the data files.
final class MappingText {
  /// Rows that tell of an account itself.
  static final String ACCOUNT_ROWS = "    customer: {account: account}\n";

  private MappingText() {}

  static String head(GeneratorOptions options) {
    ScenarioDefinition scenario = options.scenario().definition();
    return """
    # %s. truth.csv and future_orders.csv are for judging, never for fitting.
    name: %s
    zone: %s
    currency: %s
    """
            .formatted(
                scenario.name().replace("Synthetic", "A synthetic"),
                scenario.name(),
                options.zone(),
                options.currency())
        + (scenario.hasAccounts()
            ? "accounts: {level: contact}    # or account: companies are scored and not people\n"
            : "")
        + "tables:\n";
  }

  /// Rows that tell of a customer, or of an account's contact.
  static String customer(ScenarioDefinition scenario) {
    return "    customer: customer\n" + (scenario.hasAccounts() ? "    account: account\n" : "");
  }

  /// Entries of a list of attributes; neighbouring scales that are alike are one.
  static String attributes(List<AttributeDefinition> columns, String separator) {
    StringBuilder text = new StringBuilder();
    for (int first = 0, next; first < columns.size(); first = next) {
      AttributeDefinition column = columns.get(first);
      for (next = first + 1; next < columns.size() && alike(column, columns.get(next)); next++) {}
      String source =
          next - first == 1
              ? "column: " + column.name()
              : "from: %s, to: %s".formatted(column.name(), columns.get(next - 1).name());
      text.append(
          "      - {%s, basis: %s, type: %s%s}\n"
              .formatted(
                  source, word(column.basis()), word(column.type()), more(column, separator)));
    }
    return text.toString();
  }

  private static boolean alike(AttributeDefinition one, AttributeDefinition other) {
    return one.type() == AttributeDefinition.Type.SCALE
        && one.basis() == other.basis()
        && one.type() == other.type()
        && one.lowest() == other.lowest()
        && one.highest() == other.highest();
  }

  private static String more(AttributeDefinition column, String separator) {
    return switch (column.type()) {
      case SCALE -> ", lowest: %d, highest: %d".formatted(column.lowest(), column.highest());
      case MULTI_VALUE -> ", separator: \"%s\"".formatted(separator);
      case NUMBER, CATEGORY, YES_NO, DATE -> "";
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
