package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads attributes from the rows of one table, whichever of its files they are in.
final class AttributeTable {
  private static final Set<String> YES = Set.of("yes", "y", "true", "t", "1");
  private static final Set<String> NO = Set.of("no", "n", "false", "f", "0");

  private final TableMapping table;
  private final Gathering gathering;
  private final Map<CustomerMoment, RowPlace> placeOfCustomer = new HashMap<>();

  AttributeTable(TableMapping table, Gathering gathering) {
    this.table = table;
    this.gathering = gathering;
  }

  private record CustomerMoment(String customer, Instant moment) {}

  /// Reads the rows of one of its files.
  interface FileReader {
    void read(Row row, String customer);
  }

  FileReader reader(Binding binding) {
    if (table.attributes().isEmpty()) {
      return (_, _) -> {};
    }
    Function<Row, Instant> knownSince =
        binding.time(table.knownSince().or(table::time).orElseThrow());
    List<BoundAttribute> attributes = attributes(binding);
    boolean oneRowACustomer = table.events().isEmpty();
    return (row, customer) -> {
      Instant moment = knownSince.apply(row);
      gathering.meet(customer);
      if (oneRowACustomer) {
        checkFirst(row, customer, moment);
      }
      for (BoundAttribute attribute : attributes) {
        String text = attribute.text().apply(row);
        if (!text.isEmpty()) {
          AttributeValue value = value(row, attribute, text);
          gathering.add(customer, attribute.definition().name(), value, moment);
        }
      }
    };
  }

  /// @param text the cell, after the mapping's words; empty where it is unknown
  private record BoundAttribute(
      Column column, AttributeDefinition definition, Function<Row, String> text, String decimal) {}

  private List<BoundAttribute> attributes(Binding binding) {
    List<BoundAttribute> attributes = new ArrayList<>();
    for (AttributeMapping mapping : table.attributes()) {
      for (Column column : columns(mapping, binding.header())) {
        AttributeDefinition definition = mapping.definition(column.name());
        gathering.define(definition, column);
        Function<Row, String> text = binding.text(column);
        Map<String, String> words = mapping.words();
        attributes.add(
            new BoundAttribute(
                column,
                definition,
                words.isEmpty() ? text : text.andThen(word -> words.getOrDefault(word, word)),
                table.format().decimal()));
      }
    }
    return attributes;
  }

  private static List<Column> columns(AttributeMapping mapping, Header header) {
    if (mapping.from().isEmpty() || mapping.to().isEmpty()) {
      return mapping.column().map(List::of).orElse(mapping.columns());
    }
    Column from = mapping.from().get();
    Column to = mapping.to().get();
    int first = header.index(from);
    int last = header.index(to);
    if (first > last) {
      throw new DatasetException(
          "%s: column \"%s\" comes after column \"%s\" (expected from before to; exchange them)"
              .formatted(from.place(), from.name(), to.name()));
    }
    return header.names().subList(first, last + 1).stream()
        .map(name -> new Column(name, from.place()))
        .toList();
  }

  private void checkFirst(Row row, String customer, Instant moment) {
    CustomerMoment key = new CustomerMoment(customer, moment);
    RowPlace earlier = placeOfCustomer.putIfAbsent(key, row.place());
    if (earlier != null) {
      throw row.problem(
          "a second row for the customer of %s, known since the same moment (expected one row a"
                  .formatted(earlier)
              + " customer and moment; remove one, or map the column that says when each became"
              + " known as knownSince)");
    }
    gathering.row().whenDiscarded(() -> placeOfCustomer.remove(key));
  }

  private static AttributeValue value(Row row, BoundAttribute attribute, String text) {
    AttributeDefinition definition = attribute.definition();
    Optional<AttributeValue> value =
        switch (definition.type()) {
          case NUMBER ->
              NumberText.number(text, attribute.decimal())
                  .filter(NumberText::isUsable)
                  .map(number -> new AttributeValue.Quantity(number.doubleValue()));
          case CATEGORY -> Optional.of(new AttributeValue.Category(text));
          case SCALE ->
              NumberText.number(text, attribute.decimal())
                  .filter(number -> isOn(definition, number))
                  .map(number -> new AttributeValue.ScalePoint(number.intValueExact()));
          case YES_NO -> yesOrNo(text).map(AttributeValue.YesNo::new);
          case MULTI_VALUE, DATE -> Optional.empty();
        };
    return value.orElseThrow(() ->
        row.problem(
            "column %s is \"%s\" (expected %s; say in the mapping what the file's words mean: words:"
                    .formatted(attribute.column().name(), Shown.text(text), expected(definition))
                + " {...}, or which mean not known: format: {unknown: [...]})"));
  }

  private static boolean isOn(AttributeDefinition scale, BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(scale.lowest())) >= 0
        && number.compareTo(BigDecimal.valueOf(scale.highest())) <= 0;
  }

  private static Optional<Boolean> yesOrNo(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Optional.of(true);
    }
    return NO.contains(word) ? Optional.of(false) : Optional.empty();
  }

  private static String expected(AttributeDefinition definition) {
    return switch (definition.type()) {
      case NUMBER -> "a finite number from -%1$s to %1$s".formatted(NumberText.LARGEST_TEXT);
      case CATEGORY -> "a word";
      case SCALE ->
          "a whole number from %d to %d".formatted(definition.lowest(), definition.highest());
      case YES_NO -> "yes or no";
      case MULTI_VALUE -> "words";
      case DATE -> "a date";
    };
  }
}
