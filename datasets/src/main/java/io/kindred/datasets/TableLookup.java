package io.kindred.datasets;

import io.kindred.features.NearestName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the table that a mapping means among those a database has, so that only names that the
/// database gave itself are put into a query.
final class TableLookup {
  private static final Set<String> KINDS =
      Set.of(
          "TABLE",
          "BASE TABLE",
          "VIEW",
          "MATERIALIZED VIEW",
          "FOREIGN TABLE",
          "PARTITIONED TABLE",
          "EXTERNAL TABLE");
  private static final Set<String> OF_THE_DATABASE =
      Set.of("information_schema", "pg_catalog", "sys");
  private static final int MOST_LOOKED_AT = 10_000;
  private static final int MOST_NAMES_SHOWN = 40;

  private final Connection connection;
  private final DatabaseMetaData database;
  private final String databaseShown;

  /// @param databaseShown how errors name the database
  TableLookup(Connection connection, String databaseShown) throws SQLException {
    this.connection = connection;
    this.database = connection.getMetaData();
    this.databaseShown = databaseShown;
  }

  /// A table as the database names it.
  private record Found(
      @Nullable String catalog, @Nullable String schema, String table, boolean near) {}

  /// The table's name for a query, quoted.
  ///
  /// @param schema where it must be, if the mapping says so
  String quoted(TableName wanted, Optional<String> schema, SqlNames names) throws SQLException {
    List<Found> found = exactly(schema, wanted.name());
    if (found.isEmpty() && schema.isEmpty()) {
      for (int dot = wanted.name().indexOf('.');
          dot >= 0 && found.isEmpty();
          dot = wanted.name().indexOf('.', dot + 1)) {
        found =
            exactly(Optional.of(wanted.name().substring(0, dot)), wanted.name().substring(dot + 1));
      }
    }
    if (found.isEmpty()) {
      throw unknown(wanted, schema);
    }
    if (found.size() > 1) {
      // The one that the database itself would take without a schema.
      List<Found> near = found.stream().filter(Found::near).toList();
      if (near.size() != 1) {
        throw new DatasetException(
            "%s: table \"%s\" is in several schemas of %s: %s (expected the name with its schema, such as"
                    .formatted(
                        wanted.place(),
                        Shown.text(wanted.name()),
                        databaseShown,
                        found.stream()
                            .map(one -> String.valueOf(one.schema()))
                            .sorted()
                            .collect(Collectors.joining(", ")))
                + " sales.orders)");
      }
      found = near;
    }
    return names.qualified(parts(found.getFirst()));
  }

  private List<String> parts(Found found) throws SQLException {
    List<String> parts = new ArrayList<>();
    if (found.catalog() != null
        && database.supportsCatalogsInDataManipulation()
        && database.isCatalogAtStart()) {
      parts.add(found.catalog());
    }
    if (found.schema() != null) {
      parts.add(found.schema());
    }
    parts.add(found.table());
    return parts;
  }

  private List<Found> exactly(Optional<String> schema, String table) throws SQLException {
    List<Found> found = listed(schema.map(this::literally).orElse(null), literally(table));
    // Drivers may take letters for alike that are not.
    return found.stream()
        .filter(one ->
            one.table().equals(table) && schema.map(name -> name.equals(one.schema())).orElse(true))
        .toList();
  }

  private List<Found> listed(@Nullable String schemaPattern, String tablePattern)
      throws SQLException {
    String catalog = connection.getCatalog();
    String currentSchema = connection.getSchema();
    List<Found> found = new ArrayList<>();
    try (ResultSet tables =
        database.getTables(catalog, schemaPattern, tablePattern, kinds().toArray(String[]::new))) {
      while (tables.next() && found.size() < MOST_LOOKED_AT) {
        String schema = tables.getString("TABLE_SCHEM");
        found.add(
            new Found(
                tables.getString("TABLE_CAT"),
                schema,
                tables.getString("TABLE_NAME"),
                schema == null || schema.equals(currentSchema)));
      }
    }
    return found;
  }

  private List<String> kinds() throws SQLException {
    List<String> kinds = new ArrayList<>();
    try (ResultSet types = database.getTableTypes()) {
      while (types.next()) {
        String kind = types.getString("TABLE_TYPE").strip();
        if (KINDS.contains(kind)) {
          kinds.add(kind);
        }
      }
    }
    return kinds;
  }

  /// A name as a pattern that nothing else matches.
  private String literally(String name) {
    try {
      String escape = database.getSearchStringEscape();
      return Stream.of(escape, "_", "%")
          .reduce(name, (text, special) -> text.replace(special, escape + special));
    } catch (SQLException e) {
      throw new IllegalStateException("a driver does not know its own way to write names", e);
    }
  }

  private DatasetException unknown(TableName wanted, Optional<String> schema) throws SQLException {
    List<String> known =
        listed(schema.map(this::literally).orElse(null), "%").stream()
            .filter(one -> one.schema() == null || !OF_THE_DATABASE.contains(one.schema()))
            .map(one ->
                one.near() || schema.isPresent() ? one.table() : one.schema() + "." + one.table())
            .sorted()
            .toList();
    return new DatasetException(
        "%s: table \"%s\" is not in %s%s (expected one of its tables and views that the user may see:"
                .formatted(
                    wanted.place(),
                    Shown.text(wanted.name()),
                    databaseShown,
                    schema.map(name -> ", schema " + Shown.text(name)).orElse(""))
            + " %s%s; name one of these in the mapping%s)"
                .formatted(
                    known.stream()
                        .limit(MOST_NAMES_SHOWN)
                        .map(Shown::text)
                        .collect(Collectors.joining(", ")),
                    known.size() > MOST_NAMES_SHOWN ? ", ..." : known.isEmpty() ? "none" : "",
                    NearestName.to(wanted.name(), known)
                        .map(name -> ", perhaps \"%s\"".formatted(Shown.text(name)))
                        .orElse("")));
  }
}
