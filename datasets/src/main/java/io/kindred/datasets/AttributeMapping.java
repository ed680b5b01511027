package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One or more columns of a table that say something lasting about the customer.
///
/// The columns are named by exactly one of `column`, `columns`, or `from` with `to`.
///
/// @param from the first and
/// @param to the last of neighbouring columns
/// @param name what the attribute is called; the column's name where it is left out
/// @param lowest the scale's lowest point; only for scales
/// @param highest the scale's highest point; only for scales
/// @param words what some of the file's words mean, such as `{never: 0, seldom: 1}`; words not
///   named stay as they are
/// @param separator what parts the words of a `multi_value` cell: `|`, `,` or `;`
public record AttributeMapping(
    Optional<Column> column,
    List<Column> columns,
    Optional<Column> from,
    Optional<Column> to,
    Optional<String> name,
    Basis basis,
    AttributeDefinition.Type type,
    Integer lowest,
    Integer highest,
    Map<String, String> words,
    String separator) {
  private static final String USUAL_SEPARATOR = "|";
  private static final Set<String> SEPARATORS = Set.of(USUAL_SEPARATOR, ",", ";");

  public AttributeMapping {
    columns = columns == null ? List.of() : List.copyOf(columns);
    words = words == null ? Map.of() : Map.copyOf(words);
    if (basis == null || type == null) {
      throw new IllegalArgumentException(
          "%s is missing (expected one of %s)"
              .formatted(
                  basis == null ? "basis" : "type",
                  Words.of(basis == null ? Basis.values() : AttributeDefinition.Type.values())));
    }
    boolean scale = type == AttributeDefinition.Type.SCALE;
    if (Stream.of(lowest, highest).anyMatch(end -> Objects.isNull(end) == scale)) {
      throw new IllegalArgumentException(
          scale
              ? "a scale needs lowest and highest, such as 1 and 5"
              : "lowest and highest are for type: scale only");
    }
    if (separator != null && type != AttributeDefinition.Type.MULTI_VALUE) {
      throw new IllegalArgumentException("separator is for type: multi_value only");
    }
    separator = separator == null ? USUAL_SEPARATOR : separator;
    if (!SEPARATORS.contains(separator)) {
      throw new IllegalArgumentException(
          "separator is \"%s\" (expected \"|\", \",\" or \";\")".formatted(separator));
    }
    lowest = scale ? lowest : Integer.valueOf(0);
    highest = scale ? highest : Integer.valueOf(0);
    boolean range = from.isPresent() && to.isPresent();
    if (from.isPresent() != to.isPresent()
        || Stream.of(column.isPresent(), !columns.isEmpty(), range).filter(is -> is).count() != 1) {
      throw new IllegalArgumentException(
          "expected one of: column, columns, or from together with to");
    }
    if (name.isPresent() && column.isEmpty()) {
      throw new IllegalArgumentException(
          "name is given for several columns (expected it beside a single column; the columns' own"
              + " names are used otherwise)");
    }
  }

  AttributeDefinition definition(String columnName) {
    return new AttributeDefinition(name.orElse(columnName), basis, type, lowest, highest);
  }
}
