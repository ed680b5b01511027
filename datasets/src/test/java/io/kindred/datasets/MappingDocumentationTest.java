package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingDocumentationTest {
  @TempDir private Path folder;

  @Test
  void theDocumentedExampleReadsItsFiles() throws IOException, SQLException {
    String page = Files.readString(Path.of("..", "docs", "mapping.md"));
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    String header = "ordernr;kund;tid;antal;pris;varugrupp;kanal;rabattkod;land\n";
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("orders-2024.csv.gz")))) {
      gzip.write(
          (header + "1;a;01.12.2024 10:00;2;9,50;toys;W;;SE\n;NULL;01.12.2024 10:00;1;1;;;;\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    writeLog();

    Dataset dataset =
        new Shop(folder)
            .with("orders-2025-1.csv", header + "1;a;01.12.2024 10:00;1;1,00;books;W;X;SE\n")
            .with("orders-2025-2.csv", header + "1;a;05.01.2025 10:00;-2;9,50;toys;W;;SE\n")
            .with(
                "survey.csv",
                "customer,q1,q2,q12,age,height,member\na,1,,5,44,180,yes\nb,3,3,3,,,no\n")
            .mapped(page.substring(begin, page.indexOf("```", begin)))
            .read();

    assertThat(dataset.name()).isEqualTo("Corner shop");
    assertThat(dataset.summary().rows()).isEqualTo(9);
    assertThat(dataset.summary().rowsWithoutCustomer()).isEqualTo(1);
    assertThat(dataset.summary().customers()).isEqualTo(2);
    assertThat(dataset.summary().events()).isEqualTo(new DatasetSummary.EventCounts(1, 1, 1, 1, 1));
    assertThat(dataset.customers().getFirst().history().events().getFirst().toString())
        .isEqualTo(
            "Order[id=order:1, time=2024-12-01T09:00:00Z, amount=20.0, items=3.0, category=toys,"
                + " channel=web, discount=X]");
    assertThat(dataset.attributes()).hasSize(7);
  }

  @Test
  void everyExampleOfASourceIsAMapping() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "sources.md"));
    List<String> examples =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(example -> example.group(1))
            .toList();

    assertThat(examples).hasSize(5);
    assertThat(
            examples.stream()
                .map(example ->
                    new Shop(folder).mapped(example).mapping().tables().getFirst().source())
                .map(source -> source.getClass().getSimpleName()))
        .containsExactly("InFiles", "DuckDbTable", "JdbcTable", "InFiles", "JdbcTable");
  }

  private void writeLog() throws SQLException {
    Path log = folder.resolve("log.parquet");
    try (Connection connection = Database.lockedTo(log);
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (
            FROM (VALUES
              ('a', TIMESTAMP '2025-02-01 09:00:00', 'page_view', 's1', 3, NULL),
              ('a', TIMESTAMP '2025-02-01 09:05:00', 'left', 's1', NULL, 12.5),
              ('b', TIMESTAMP '2025-02-02 09:00:00', 'mail_open', NULL, NULL, NULL)
            ) AS log(customer, "at", what, session, pages, worth)
          ) TO %s (FORMAT parquet, USE_TMP_FILE false)
          """
              .formatted(Database.literal(log.toString())));
    }
  }
}
