package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Event;
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
    String header = "ordernr;kund;tid;antal;pris;artikel;varugrupp;kanal;rabattkod;valuta;land\n";
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("orders-2024.csv.gz")))) {
      gzip.write(
          (header
                  + "1;a;01.12.2024 10:00;2;9,50;ball;toys;W;;EUR;SE\n"
                  + ";NULL;01.12.2024 10:00;1;1;;;;;;\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    writeLog();

    Dataset dataset =
        new Shop(folder)
            .with("orders-2025-1.csv", header + "1;a;01.12.2024 10:00;1;1,00;atlas;books;W;X;;SE\n")
            .with("orders-2025-2.csv", header + "1;a;05.01.2025 10:00;-2;9,50;ball;toys;W;;;SE\n")
            .with(
                "boxes.csv", "contract,customer,day,change,size,price\n1,a,2025-03-01,new,big,90\n")
            .with(
                "survey.csv",
                """
                customer,q1,q2,q12,age,height,member,likes,born
                a,1,,5,44,180,yes,tea;jam,1980-02-29
                b,3,3,3,,,no,,
                """)
            .mapped(example(0))
            .read();

    assertThat(dataset.name()).isEqualTo("Corner shop");
    assertThat(dataset.summary().rows()).isEqualTo(12);
    assertThat(dataset.summary().rowsWithoutCustomer()).isEqualTo(1);
    assertThat(dataset.summary().customers()).isEqualTo(2);
    assertThat(dataset.summary().events())
        .isEqualTo(new DatasetSummary.EventCounts(1, 1, 1, 1, 1, 1, 1, 1));
    assertThat(dataset.customers().getFirst().history().events())
        .extracting(Event::toString)
        .containsExactly(
            "Order[id=order:1, time=2024-12-01T09:00:00Z, amount=213.8, items=3.0, category=toys,"
                + " channel=web, discount=X, product=ball, store=, lines=[OrderLine[product=atlas,"
                + " category=books, amount=1.0, items=1.0], OrderLine[product=ball, category=toys,"
                + " amount=212.8, items=2.0]]]",
            "Return[id=return:1, time=2025-01-05T09:00:00Z, amount=19.0, items=2.0, category=toys,"
                + " product=ball]",
            "LateEvent[event=Visit[id=visit:log.parquet#1, time=2025-02-01T08:00:00Z, channel=web,"
                + " pages=3.0, device=mobile, referrer=], knownSince=2025-02-02T01:00:00Z]",
            "Cart[id=cart.abandoned:s1, time=2025-02-01T08:05:00Z, step=ABANDONED, value=12.5]",
            "Subscription[id=subscription.started:1, time=2025-02-28T23:00:00Z, step=STARTED,"
                + " plan=big, amount=90.0]");
    assertThat(dataset.customers().getLast().history().events())
        .extracting(Event::toString)
        .containsExactly(
            "Message[id=message.opened:log.parquet#3, time=2025-02-02T08:00:00Z, step=OPENED,"
                + " channel=email, campaign=]",
            "SupportContact[id=support:log.parquet#4, time=2025-02-03T08:00:00Z, channel=phone,"
                + " topic=delivery]",
            "CustomEvent[id=custom.tasting_attended:log.parquet#5, time=2025-02-04T08:00:00Z,"
                + " name=tasting_attended, value=0.0, properties={subject=cheese}]");
    assertThat(dataset.attributes()).hasSize(9);
  }

  @Test
  void theDocumentedExampleOfBusinessCustomersReadsItsFiles() throws IOException {
    Dataset dataset =
        new Shop(folder)
            .with("contacts.csv", "contact_id,account_id,role\nann,acme,buyer\nbo,,user\n")
            .with("logins.csv", "contact_id,at\nann,2025-02-01T09:00:00\n")
            .with(
                "companies.csv",
                "account_id,industry,employees,contract_end\nacme,retail,40,2030-12-31\n")
            .with("invoices.csv", "number,account_id,day,sum\n7,acme,2025-03-01,1200\n")
            .mapped(example(1))
            .read();

    assertThat(dataset.customers()).hasSize(2);
    assertThat(dataset.customers().getFirst().history().events())
        .extracting(Event::id)
        .containsExactly("visit:logins.csv#2");
    assertThat(dataset.customers().getFirst().account().events())
        .extracting(Event::id)
        .containsExactly("ann/visit:logins.csv#2", "order:7");
    assertThat(dataset.customers().getFirst().account().attributes()).hasSize(3);
    assertThat(dataset.summary().accounts()).isEqualTo(new DatasetSummary.AccountCounts(1, 2, 1));
  }

  /// An example of the page, by its number from 0.
  private static String example(int number) throws IOException {
    String fence = "```yaml\n";
    String page = Files.readString(Path.of("..", "docs", "mapping.md"));
    int begin = page.indexOf(fence);
    for (int i = 0; i < number; i++) {
      begin = page.indexOf(fence, begin + 1);
    }
    begin += fence.length();
    return page.substring(begin, page.indexOf("```", begin));
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
              ('a', TIMESTAMP '2025-02-01 09:00:00', 'page_view', 's1', 3, NULL, 'mobile', NULL,
                TIMESTAMP '2025-02-02 02:00:00'),
              ('a', TIMESTAMP '2025-02-01 09:05:00', 'left', 's1', NULL, 12.5, NULL, NULL, NULL),
              ('b', TIMESTAMP '2025-02-02 09:00:00', 'mail_open', NULL, NULL, NULL, NULL, NULL, NULL),
              ('b', TIMESTAMP '2025-02-03 09:00:00', 'complaint', NULL, NULL, NULL, NULL, 'delivery',
                NULL),
              ('b', TIMESTAMP '2025-02-04 09:00:00', 'tasting', NULL, 0, NULL, NULL, 'cheese', NULL)
            ) AS log(customer, "at", what, session, pages, worth, device, topic, loaded)
          ) TO %s (FORMAT parquet, USE_TMP_FILE false)
          """
              .formatted(Database.literal(log.toString())));
    }
  }
}
