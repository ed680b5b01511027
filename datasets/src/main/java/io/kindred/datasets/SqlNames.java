package io.kindred.datasets;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// Names as one database quotes them, so that no name is ever read as SQL.
///
/// @param shown the table or file, for errors
/// @param quote what stands before and after a name
record SqlNames(String shown, String quote) {

  static SqlNames of(String shown, DatabaseMetaData database) throws SQLException {
    return new SqlNames(shown, database.getIdentifierQuoteString().strip());
  }

  /// A name as an identifier.
  String identifier(String name) {
    // Doubling is the standard's way to write a quote inside quotes; databases with other quotes
    // may have other ways, and backslashes besides.
    boolean standard = quote.equals("\"");
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*");
    if (!plain
        && (quote.isEmpty() || (!standard && (name.contains(quote) || name.contains("\\"))))) {
      throw new DatasetException(
          "%s: the name \"%s\" cannot be written safely in its database's SQL (expected letters,"
                  .formatted(shown, Shown.text(name))
              + " digits and _; give the column or table such a name in a view)");
    }
    return quote + (standard ? name.replace("\"", "\"\"") : name) + quote;
  }

  /// Identifiers with a dot between them.
  String qualified(List<String> names) {
    return names.stream().map(this::identifier).collect(Collectors.joining("."));
  }
}
