package io.kindred.datasets;

import static io.kindred.datasets.Shop.PROFILES;
import static io.kindred.datasets.Shop.refused;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be wrong with files as a whole and with the way they are written, and the
/// whole of what is said about it.
class BadFileTest {
  private static final String QUOTES =
      " (expected a quoted cell to close right before a delimiter or the end of a line, a quote inside"
          + " it to be written twice, and at most 1000000 characters in a cell)";

  @TempDir private Path folder;

  @Test
  void aMissingFile() {
    Shop shop = Shop.ofOrders(folder, "");
    folder.resolve("orders.csv").toFile().delete();

    refused(
        shop,
        "orders.csv: no such file in %s (expected the table's data there; name another folder with"
                .formatted(folder)
            + " the data, or correct files in the mapping)");
  }

  @Test
  void aPatternOfNoFile() {
    refused(
        new Shop(folder).mapped(PROFILES.replace("profiles.csv", "profiles-*.csv")),
        "profiles-*.csv: nothing found in %s (expected at least one file of this pattern; name another"
                .formatted(folder)
            + " folder with the data, or correct files in the mapping)");
  }

  @Test
  void aFileOfUnknownKind() {
    refused(
        new Shop(folder).mapped(PROFILES.replace("profiles.csv", "p.xlsx")).with("p.xlsx", "x"),
        "p.xlsx: the name does not say what kind of file it is (expected it to end in one of .csv,"
            + " .csv.gz, .tsv, .tsv.gz, .txt, .txt.gz, .parquet)");
  }

  @Test
  void anEmptyFile() {
    refused(
        Shop.ofOrders(folder, ""),
        "orders.csv: the file is empty (expected a header and at least one row; leave the file out of"
            + " the mapping if that is right)");
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n"),
        "orders.csv: the file is empty (expected at least one row of data; leave the file out of the"
            + " mapping if that is right)");
  }

  @Test
  void nothingLeftByTheFilters() {
    Shop shop =
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: orders.csv
                    where: {column: id, is: 7}
                    customer: who
                    time: when
                    orders: {id: id, amount: amount}
                """);

    refused(
        shop,
        "Shop: no customers in 1 rows of 1 files (expected at least one; the mapping's filters left out"
            + " 1 rows, and 0 name no customer)");
  }

  @Test
  void aRowOfAnotherWidth() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3,50\n"),
        "orders.csv:2: the row has 5 cells (expected 4, as many as the header; a delimiter inside a"
            + " cell needs quotes around the cell)");
  }

  @Test
  void aQuoteThatIsNotClosed() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,\"a,2025-01-01,3\n2,b,2025-01-01,3\n"),
        "orders.csv:2: the row that begins here cannot be read: Unclosed quoted field at end of input"
            + QUOTES);
  }

  @Test
  void textAfterAClosingQuote() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,\"a\"b,2025-01-01,3\n"),
        "orders.csv:2: the row that begins here cannot be read: Unexpected character after closing"
            + " quote: 'b' (0x62)"
            + QUOTES);
  }

  @Test
  void textAfterAClosingQuoteIsReportedWhereItsRowBegins() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3\n2,\"b\nb\n\"b,2025-01-01,3\n"),
        "orders.csv:3: the row that begins here cannot be read: Unexpected character after closing"
            + " quote: 'b' (0x62)"
            + QUOTES);
  }

  @Test
  void aCellLongerThanAnyIsMeantToBe() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3\n" + "x".repeat(1_200_000)),
        "orders.csv:3: the row that begins here cannot be read: The maximum buffer size of 1048576 is"
            + " insufficient to read the data of a single field. This issue typically arises when a"
            + " quotation begins but does not conclude within the confines of this buffer's maximum"
            + " limit."
            + QUOTES);
  }

  @Test
  void aFileWithoutLineBreaks() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount|".repeat(300_000)),
        "orders.csv:1: the row that begins here cannot be read: The row has more than 4194304"
            + " characters"
            + QUOTES);
  }

  @Test
  void theLastRowReadBeforeDamageIsNamed() throws IOException {
    Shop shop = new Shop(folder).mapped(PROFILES);
    StringBuilder text = new StringBuilder("who,age,mood,member\n");
    for (int i = 2; i <= 2_000; i++) {
      text.append("customer ").append(i).append(",30,1,yes\n");
    }
    Files.write(
        folder.resolve("profiles.csv"),
        text.append("Åsa,30,1,yes\n").toString().getBytes(StandardCharsets.ISO_8859_1));

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(shop::read)
        .withMessageMatching(
            "profiles\\.csv: not written in the expected encoding, somewhere after line 1[5-9]\\d\\d .*");
  }

  @Test
  void anotherEncoding() throws IOException {
    Shop shop = Shop.ofOrders(folder, "");
    Files.write(
        folder.resolve("orders.csv"),
        "id,who,when,amount\n1,Åsa,2025-01-01,3\n".getBytes(StandardCharsets.ISO_8859_1));

    refused(
        shop,
        "orders.csv: not written in the expected encoding, somewhere after line 0 (say which one it is"
            + " in format: {encoding: windows-1252}, or save it as UTF-8)");
  }

  @Test
  void aCompressedFileThatIsCutShortOrNone() throws IOException {
    Shop shop = new Shop(folder).mapped(PROFILES.replace("profiles.csv", "profiles.csv.gz"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("who,age,mood,member\na,30,1,yes\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("profiles.csv.gz");
    Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));

    refused(
        shop,
        "profiles.csv.gz: the compressed file is cut short after line 0 (expected a whole file; fetch"
            + " it again)");

    Files.writeString(file, "who,age,mood,member\n");
    refused(
        shop,
        "profiles.csv.gz: not a gzip file, or damaged after line 0 (expected what the name's .gz says;"
            + " rename it or fetch it again)");
  }

  @Test
  void aFileThatIsNoParquet() {
    Shop shop =
        new Shop(folder)
            .mapped(PROFILES.replace("profiles.csv", "profiles.parquet"))
            .with("profiles.parquet", "who,age,mood,member\n");

    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(shop::read)
        .withMessageStartingWith(
            "profiles.parquet: not readable as Parquet (expected a whole Parquet file; DuckDB says: ")
        .withMessageEndingWith(")");
  }

  @Test
  void rowNumbersOfSeveralFiles() {
    refused(
        new Shop(folder)
            .with("a.csv", "age,mood,member\n1,1,1\n")
            .with("b.csv", "age,mood,member\n1,1,1\n")
            .mapped(
                PROFILES
                    .replace("profiles.csv", "\"*.csv\"")
                    .replace("customer: who", "customer: {rowNumber: true}")),
        "*.csv: 2 files, whose row numbers would name different customers alike (expected one file with"
            + " customer: {rowNumber: true}, or a column with the customer's id)");
  }
}
