package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedRecordsTest {
  static final List<Integer> SEEDS = IntStream.range(0, 10).boxed().toList();

  @Test
  void aQuotedLineBreakIsPartOfItsCellAndCountsAsALine() throws IOException {
    assertThat(numbered("id,note\n1,\"two\nlines\"\n2,\"a \"\"b\"\", c\"\n"))
        .containsExactly("1: id|note", "2: 1|two\nlines", "4: 2|a \"b\", c");
  }

  @Test
  void everyKindOfLineBreakCountsOnce() throws IOException {
    assertThat(numbered("a\r\nb\rc\nd\r\n\"x\r\ny\rz\nw\"\r\ne"))
        .containsExactly("1: a", "2: b", "3: c", "4: d", "5: x\r\ny\rz\nw", "9: e");
  }

  @Test
  void emptyLinesAreNoRecordsButCount() throws IOException {
    assertThat(numbered("\na,b\n\n\r\nc,d\n\n")).containsExactly("2: a|b", "5: c|d");
  }

  @Test
  void blankCellsAreCells() throws IOException {
    assertThat(numbered(",\n,,\na,\"\",")).containsExactly("1: |", "2: ||", "3: a||");
  }

  @Test
  void aQuoteInTheMiddleOfACellIsAQuote() throws IOException {
    assertThat(numbered("5\" pipe,x\n")).containsExactly("1: 5\" pipe|x");
  }

  @Test
  void theTextMayBeLongerThanAnyBuffer() throws IOException {
    String cell = "x".repeat(100_000);

    assertThat(numbered("a," + cell + "\r\nb,c")).containsExactly("1: a|" + cell, "2: b|c");
  }

  @ParameterizedTest
  @ValueSource(chars = {'\t', ';', '|', ' ', '#', '\''})
  void anyCharacterMayBeTheDelimiter(char delimiter) throws IOException {
    assertThat(numbered("#a,b\n\"c,\",d\n".replace(',', delimiter), delimiter))
        .containsExactly(delimiter == '#' ? "1: |a|b" : "1: #a|b", "2: c%s|d".formatted(delimiter));
  }

  /// DuckDB's reader is the reference: the two must see the same cells.
  @ParameterizedTest
  @FieldSource("SEEDS")
  void randomTextsReadAsDuckDbReadsThem(int seed, @TempDir Path folder)
      throws IOException, SQLException {
    List<List<String>> rows = randomRows(new Random(seed));
    Path file = folder.resolve("random.csv");
    try (CsvTable table = CsvTable.create(file, List.of("a", "b", "c"))) {
      for (List<String> row : rows) {
        row.forEach(table::text);
        table.endRow();
      }
    }

    List<List<String>> read = new ArrayList<>();
    try (Rows text = TextRows.open("random.csv", file, false, ',', TableFormat.PLAIN)) {
      text.forEach(row -> read.add(List.of(row.cells())));
    }

    assertThat(read).isEqualTo(rows).isEqualTo(byDuckDb(file));
  }

  private static List<List<String>> randomRows(Random random) {
    String[] pieces = {"x", "é", "\"", ",", "\n", "\r\n", " ", "7", "漢", "\t", "'", ";"};
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 200; row++) {
      List<String> cells = new ArrayList<>();
      for (int cell = 0; cell < 3; cell++) {
        StringBuilder text = new StringBuilder("w");
        random.ints(random.nextInt(6), 0, pieces.length).forEach(i -> text.append(pieces[i]));
        cells.add(text.toString());
      }
      rows.add(cells);
    }
    return rows;
  }

  private static List<List<String>> byDuckDb(Path file) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection connection = Database.lockedTo(file);
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                """
                SELECT * FROM read_csv(%s, all_varchar = true, header = true, delim = ',',
                  quote = '"', escape = '"', auto_detect = false,
                  columns = {'a': 'VARCHAR', 'b': 'VARCHAR', 'c': 'VARCHAR'})
                """
                    .formatted(Database.literal(file.toString())))) {
      while (result.next()) {
        rows.add(List.of(result.getString(1), result.getString(2), result.getString(3)));
      }
    }
    return rows;
  }

  private static List<String> numbered(String text) throws IOException {
    return numbered(text, ',');
  }

  private static List<String> numbered(String text, char delimiter) throws IOException {
    DelimitedRecords records = new DelimitedRecords("test.csv", new StringReader(text), delimiter);
    List<String> numbered = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    while (records.next(cells)) {
      numbered.add(records.line() + ": " + String.join("|", cells));
    }
    return numbered;
  }
}
