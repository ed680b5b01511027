package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong rows that are set aside.
class BadRowsTest {
  /// One row may become an order, a return and a profile.
  private static final String EVERYTHING =
      """
      name: Shop
      tables:
        - files: lines.csv
          customer: who
          time: when
          orders: {id: id, lines: true, amount: amount}
          visits: {id: visit, pages: pages}
          returns: {id: back, where: {column: back, blank: false}, amount: money}
          attributes:
            - {column: age, basis: demographic, type: number}
      """;

  private static final String HEADER = "id,who,when,amount,visit,pages,back,money,age\n";

  @TempDir private Path folder;

  @Test
  void wrongRowsAreSetAsideListedAndCounted() throws IOException {
    Shop shop =
        Shop.ofOrders(
            folder,
            """
            id,who,when,amount
            1,a,2025-01-01,3
            2,b,2025-01-01,"ten, or so"
            3,c,2025-01-01
            4,,2025-01-01,3
            1,e,2025-01-01,3
            6,f,2025-01-01,1e16
            7,g,1066-10-14,3
            8,h,2025-01-08,8
            """);

    try (BadRows badRows = BadRows.upTo(6, listing())) {
      Dataset dataset = read(shop, badRows);

      assertThat(dataset.customers().stream().map(customer -> customer.id().value()))
          .containsExactly("a", "h");
      assertThat(dataset.summary().rows()).isEqualTo(8);
      assertThat(badRows.count()).isEqualTo(6);
    }
    assertThat(listing())
        .hasContent(
            """
            file,line,message
            orders.csv,3,"column amount is ""ten, or so"" (expected a finite number such as 12.50)"
            orders.csv,4,"the row has 3 cells (expected 4, as many as the header; a delimiter inside a cell needs quotes around the cell)"
            orders.csv,5,column who is blank (expected the customer's id; write blankCustomers: leave_out in the mapping to leave such rows out)
            orders.csv,6,"order:1, from column id, is the id of another customer's event at orders.csv:2 (expected ids that no two customers share; usually the wrong column is mapped as the id: map another, or none)"
            orders.csv,7,"amount of an order is 1E+16, from column amount (expected at most 1e15; correct the row, or map another column)"
            orders.csv,8,"column when, ""1066-10-14"", lies before 1700 (expected a later time; correct the date, or timeFormat)"
            """);
  }

  @Test
  void oneRowTooManyIsRefused() throws IOException {
    Shop shop =
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,x,3\n2,b,y,3\n3,c,z,3\n4,d,2025-01-01,3\n");

    try (BadRows badRows = BadRows.upTo(2, listing())) {
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(() -> read(shop, badRows))
          .withMessage(
              "3 bad rows, listed in %s, are more than the 2 that may be set aside (expected files with"
                      .formatted(listing())
                  + " fewer; mend the rows or the mapping, or allow more); the last is orders.csv:4:"
                  + " column when is \"z\" (expected a date or time as in ISO 8601, such as 2010-12-01"
                  + " or 2010-12-01 08:26; correct it, or name another way of writing in timeFormat)");
    }
    assertThat(Files.readAllLines(listing())).hasSize(4);
  }

  @Test
  void aRowThatIsSetAsideLeavesNothingBehind() throws IOException {
    List<String> wrong =
        List.of(
            "1,a,2025-01-01,3,v1,many,,,30",
            "1,a,2025-01-01,3,v1,1,r1,-3,30",
            "1,a,2025-01-01,3,v1,1,r1,3,old",
            "1,a,2025-01-01,x,v1,1,r1,3,30",
            "1,a,2025-01-01,3,,1,r1,3,30",
            "1,b,2024-12-31,3,v1,1,r1,3,old");
    String right =
        """
        1,b,2025-02-01,5,v1,1,r1,2,40
        1,b,2025-02-01,7,v2,1,,,41
        2,c,2025-02-01,5,v3,1,,,42
        """;
    Dataset without = shop(right).read();

    for (String row : wrong) {
      for (String rows :
          List.of(
              row + "\n" + right,
              right + row + "\n",
              right.replaceFirst("\n", "\n" + row + "\n"))) {
        try (BadRows badRows = BadRows.upTo(1, listing())) {
          Dataset dataset = read(shop(rows), badRows);

          assertThat(badRows.count()).as(rows).isEqualTo(1);
          assertThat(dataset.customers()).as(rows).isEqualTo(without.customers());
          assertThat(dataset.summary().events()).as(rows).isEqualTo(without.summary().events());
        }
      }
    }
  }

  @Test
  void aSecondProfileIsTheSecondAlsoAfterAWrongFirst() throws IOException {
    Shop shop =
        new Shop(folder)
            .mapped(Shop.PROFILES)
            .with("profiles.csv", "who,age,mood,member\na,30,9,yes\na,31,1,yes\na,32,1,yes\n");

    try (BadRows badRows = BadRows.upTo(2, listing())) {
      assertThat(read(shop, badRows).customers().getFirst().history().attributes().toString())
          .contains("value=31.0");
      assertThat(badRows.count()).isEqualTo(2);
    }
    assertThat(listing())
        .content()
        .contains("a second row for the customer of profiles.csv:3, known since");
  }

  @Test
  void aWrongRowMakesNoContactAndNoAccount() throws IOException {
    Shop shop =
        new Shop(folder)
            .mapped(
                """
                name: Shop
                accounts: {level: contact}
                tables:
                  - files: contacts.csv
                    customer: who
                    account: firm
                    knownSince: 2025-01-01
                    attributes:
                      - {column: age, basis: demographic, type: number}
                """)
            .with("contacts.csv", "who,firm,age\na,other,old\na,north,30\nb,south,old\nc,,40\n");

    try (BadRows badRows = BadRows.upTo(2, listing())) {
      Dataset dataset = read(shop, badRows);

      assertThat(dataset.customers().stream().map(customer -> customer.id().value()))
          .containsExactly("a", "c");
      assertThat(dataset.summary().accounts()).isEqualTo(new DatasetSummary.AccountCounts(1, 2, 1));
      assertThat(badRows.count()).isEqualTo(2);
    }
  }

  @Test
  void twoEventsOfOneRowMayNotShareAnId() throws IOException {
    String mapping =
        """
        name: Shop
        tables:
          - files: log.csv
            customer: who
            time: when
            custom:
              - {name: {constant: call}, id: id, value: first}
              - {name: {constant: call}, id: id, value: second}
        """;
    Shop shop =
        new Shop(folder)
            .mapped(mapping)
            .with("log.csv", "id,who,when,first,second\n1,a,2025-01-01,3,4\n1,a,2025-01-01,5,5\n");

    try (BadRows badRows = BadRows.upTo(1, listing())) {
      Dataset dataset = read(shop, badRows);

      assertThat(dataset.customers().getFirst().history().events()).hasSize(1);
      assertThat(dataset.summary().duplicates()).isEqualTo(1);
      assertThat(badRows.count()).isEqualTo(1);
    }
    assertThat(listing())
        .hasContent(
            """
            file,line,message
            log.csv,2,"custom.call:1 is the id of two events of this row (expected each id once; map another column as the id, or none)"
            """);
  }

  @Test
  void whatIsWrongWithAFileIsRefusedAllTheSame() throws IOException {
    Shop shop = Shop.ofOrders(folder, "id,who,when,money\n1,a,2025-01-01,3\n");

    try (BadRows badRows = BadRows.upTo(100, listing())) {
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(() -> read(shop, badRows))
          .withMessageContaining("column \"amount\" is not in orders.csv");
      assertThat(badRows.count()).isZero();
    }
    assertThat(listing()).hasContent("file,line,message\n");
  }

  @Test
  void theListTakesNoOtherFilesPlace() throws IOException {
    Path other = Files.writeString(folder.resolve("orders.csv"), "id,who\n1,a\n");

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> BadRows.upTo(3, other))
        .withMessage(
            other
                + ": is there and no list of bad rows (expected the name of a new file to write the bad"
                + " rows to; name another)");
    assertThat(other).hasContent("id,who\n1,a\n");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> BadRows.upTo(-1, listing()))
        .withMessage("-1 bad rows may be set aside (expected 0 or more)");

    BadRows.upTo(3, listing()).close();
    BadRows.upTo(3, listing()).close();
    assertThat(listing()).hasContent("file,line,message\n");
  }

  private Path listing() {
    return folder.resolve("bad-rows.csv");
  }

  private Shop shop(String rows) {
    return new Shop(folder).mapped(EVERYTHING).with("lines.csv", HEADER + rows);
  }

  private static Dataset read(Shop shop, BadRows badRows) {
    return DatasetReader.read(shop.mapping(), shop.folder(), Shop.NOW, badRows);
  }
}
