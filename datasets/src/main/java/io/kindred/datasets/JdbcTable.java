package io.kindred.datasets;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A table or view of a database with a JDBC driver.
///
/// A password is never part of a mapping, which people share and keep: the mapping says where it
/// is.
///
/// @param url such as `jdbc:postgresql://localhost/shop`
/// @param passwordEnvironment the environment variable that holds the password
/// @param passwordFile the file, from the data folder, whose first line is the password
/// @param schema where the table is; the user's own where it is left out
public record JdbcTable(
    String url,
    Optional<String> user,
    Optional<String> passwordEnvironment,
    Optional<String> passwordFile,
    Optional<String> schema,
    TableName table)
    implements TableSource {
  /// A parameter that carries a secret, or `//user:secret@host`.
  private static final Pattern SECRET =
      Pattern.compile(
          "(password|passwd|pwd|passcode|passphrase|secret|token|private_?key|api_?key)\\s*="
              + "|//[^/@]*:[^/@]*@",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public JdbcTable {
    if (url == null || !url.toLowerCase(Locale.ROOT).startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "url is missing or none of JDBC (expected one such as jdbc:postgresql://localhost/shop)");
    }
    if (SECRET.matcher(url).find()) {
      throw new IllegalArgumentException(
          "url has a password or another secret in it (expected the name of the environment variable"
              + " that holds it, as passwordEnvironment, or of a file, as passwordFile)");
    }
    if (url.toLowerCase(Locale.ROOT).startsWith("jdbc:duckdb:")) {
      throw new IllegalArgumentException(
          "url is of a DuckDB file (expected duckdb: {file: ..., table: ...}, which opens it locked)");
    }
    if (passwordEnvironment.isPresent() && passwordFile.isPresent()) {
      throw new IllegalArgumentException(
          "passwordEnvironment and passwordFile are both given (expected one of them)");
    }
    if (!passwordEnvironment.map(VARIABLE.asMatchPredicate()::test).orElse(true)) {
      throw new IllegalArgumentException(
          "passwordEnvironment is not the name of an environment variable (expected one such as"
              + " PGPASSWORD; the password itself does not belong in a mapping)");
    }
    if (table == null) {
      throw new IllegalArgumentException(
          "table is missing (expected the name of a table or view of the database)");
    }
  }
}
