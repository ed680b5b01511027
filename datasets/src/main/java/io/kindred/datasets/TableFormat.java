package io.kindred.datasets;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// How a text file writes its rows; Parquet files say it themselves.
///
/// @param delimiter one character, or `tab`, or `whitespace` for runs of blanks; a comma where it
///   is left out, a tab in a file named `.tsv`
/// @param header whether the first row names the columns
/// @param columns the columns' names where there is no header
/// @param encoding of the text; UTF-8 where it is left out
/// @param decimal the mark before decimals, `.` or `,`
/// @param unknown words that mean "not known", such as `NA`: such a cell counts as blank
public record TableFormat(
    Optional<String> delimiter,
    Boolean header,
    List<String> columns,
    Charset encoding,
    String decimal,
    List<String> unknown) {
  static final String WHITESPACE = "whitespace";
  static final TableFormat PLAIN =
      new TableFormat(Optional.empty(), true, List.of(), StandardCharsets.UTF_8, ".", List.of());

  public TableFormat {
    delimiter = delimiter == null ? Optional.empty() : delimiter.map(TableFormat::character);
    columns = columns == null ? List.of() : List.copyOf(columns);
    header = header == null ? columns.isEmpty() : header;
    encoding = encoding == null ? StandardCharsets.UTF_8 : encoding;
    decimal = decimal == null ? "." : decimal;
    unknown = unknown == null ? List.of() : List.copyOf(unknown);
    if (header != columns.isEmpty()) {
      throw new IllegalArgumentException(
          header
              ? "columns are named although the file has a header (expected one of them)"
              : "columns are not named and the file has no header (expected columns: [...])");
    }
    if (!decimal.equals(".") && !decimal.equals(",")) {
      throw new IllegalArgumentException(
          "decimal is \"%s\" (expected \".\" or \",\")".formatted(decimal));
    }
  }

  private static String character(String delimiter) {
    String character = delimiter.equals("tab") ? "\t" : delimiter;
    if (!character.equals(WHITESPACE)
        && (character.length() != 1 || "\"\r\n".contains(character))) {
      throw new IllegalArgumentException(
          "delimiter is \"%s\" (expected one character, tab or whitespace)".formatted(delimiter));
    }
    return character;
  }
}
