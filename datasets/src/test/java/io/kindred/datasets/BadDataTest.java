package io.kindred.datasets;

import static io.kindred.datasets.Shop.PROFILES;
import static io.kindred.datasets.Shop.refused;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be wrong with columns, rows and cells, and the whole of what is said about
/// it.
class BadDataTest {
  private static final String LINES =
      """
      name: Shop
      zone: Europe/London
      tables:
        - files: lines.csv
          customer: who
          time: when
          orders: {id: id, lines: true, amount: {product: [count, price]}, items: count}
      """;

  @TempDir private Path folder;

  @Test
  void anUnknownColumn() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amuont\n1,a,2025-01-01,3\n"),
        "dataset.yaml:6:30: column \"amount\" is not in orders.csv (expected one of its columns:"
            + " id, who, when, amuont; name one of these in the mapping, perhaps \"amuont\")");
  }

  @Test
  void aColumnThatIsThereTwice() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount,amount\n1,a,2025-01-01,3,4\n"),
        "dataset.yaml:6:30: column \"amount\" is twice in orders.csv, as columns 4 and 5 (expected"
            + " names that tell the columns apart; rename one in the file)");
  }

  @Test
  void anUnreadableDate() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3\n2,a,2025-02-30,3\n"),
        "orders.csv:3: column when is \"2025-02-30\" (expected a date or time as in ISO 8601, such as"
            + " 2010-12-01 or 2010-12-01 08:26; correct it, or name another way of writing in"
            + " timeFormat)");
  }

  @Test
  void aDateThatIsNotOfTheTimeFormat() {
    Shop shop =
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,31.02.2025,3\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: orders.csv
                    timeFormat: dd.MM.yyyy
                    customer: who
                    time: when
                    orders: {id: id, amount: amount}
                """);

    refused(
        shop,
        "orders.csv:2: column when is \"31.02.2025\" (expected a time written as dd.MM.yyyy, as"
            + " timeFormat says; correct the date, or timeFormat)");
  }

  @Test
  void aFutureEvent() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-07-02,3\n"),
        "orders.csv:2: column when, \"2025-07-02\", lies in the future (expected nothing after"
            + " 2025-07-01T00:00:00Z; correct the date, or the data set's time zone or timeFormat)");
  }

  @Test
  void anAttributeOfTheFuture() {
    refused(
        new Shop(folder)
            .mapped(PROFILES.replace("2025-01-01", "2026-01-01"))
            .with("profiles.csv", "who,age,mood,member\na,30,1,yes\n"),
        "profiles.csv:2: the mapping's date 2026-01-01 lies in the future (expected nothing after"
            + " 2025-07-01T00:00:00Z; correct the date, or the data set's time zone or timeFormat)");
  }

  @Test
  void aNegativeAmountOnAnOrder() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,-3.00\n"),
        "orders.csv:2: amount of an order is -3.00, from column amount (expected >= 0; map money back"
            + " under returns, or write negate: true beside the column)");
  }

  @Test
  void aReturnWhoseMoneyIsBelowZero() {
    Shop shop =
        new Shop(folder)
            .with("returns.csv", "who,when,money\na,2025-01-01,-3\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: returns.csv
                    customer: who
                    time: when
                    returns: {amount: money}
                """);

    refused(
        shop,
        "returns.csv:2: amount of a return is -3, from column money (expected >= 0; write negate: true"
            + " beside the column where money back is below zero)");
  }

  @Test
  void anAmountThatIsNoFiniteNumber() {
    for (String amount : new String[] {"NaN", "Infinity", "1e999", "12,50", "0x1F", "1d", "ten"}) {
      refused(
          Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,\"%s\"\n".formatted(amount)),
          "orders.csv:2: column amount is \"%s\" (expected a finite number such as 12.50)"
              .formatted(amount));
    }
  }

  @Test
  void aBlankAmount() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01, \n"),
        "orders.csv:2: column amount is blank (expected a number; write blank: 0 beside the column in"
            + " the mapping where a blank means nothing)");
  }

  @Test
  void aProductTooLarge() {
    refused(
        new Shop(folder)
            .mapped(LINES)
            .with("lines.csv", "id,who,when,count,price\n1,a,2025-01-01,1e200,1e200\n"),
        "lines.csv:2: column count x column price is too large for a number (expected less than"
            + " 1.8e308; correct the row)");
  }

  @Test
  void aBlankCustomer() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1, ,2025-01-01,3\n"),
        "orders.csv:2: column who is blank (expected the customer's id; write blankCustomers:"
            + " leave_out in the mapping to leave such rows out)");
  }

  @Test
  void aCustomerIdTooLong() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,%s,2025-01-01,3\n".formatted("x".repeat(257))),
        "orders.csv:2: column who has 257 characters (expected a customer's id of at most 256; map another column)");
  }

  @Test
  void aBlankId() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n,a,2025-01-01,3\n"),
        "orders.csv:2: column id is blank (expected the id of the order; leave id out of the mapping"
            + " where there is none)");
  }

  @Test
  void oneIdWithTwoContents() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3\n1,a,2025-01-02,3\n"),
        "orders.csv:3: order:1, from column id, is the id of a second event, the first is at"
            + " orders.csv:2 (expected each id once, or again with the same content; remove one, or"
            + " write lines: true in the mapping where the rows are lines of one order)");
  }

  @Test
  void oneIdOfTwoCustomers() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,2025-01-01,3\n1,b,2025-01-01,3\n"),
        "orders.csv:3: order:1, from column id, is the id of another customer's event at orders.csv:2"
            + " (expected ids that no two customers share; usually the wrong column is mapped as the"
            + " id: map another, or none)");
  }

  @Test
  void aTimeLongAgo() {
    refused(
        Shop.ofOrders(folder, "id,who,when,amount\n1,a,1582-10-15,3\n"),
        "orders.csv:2: column when, \"1582-10-15\", lies before 1700 (expected a later time; correct"
            + " the date, or timeFormat)");
  }

  @Test
  void anAmountBeyondAnyMoney() {
    refused(
        new Shop(folder)
            .mapped(LINES)
            .with("lines.csv", "id,who,when,count,price\n1,a,2025-01-01,2,5.1e14\n"),
        "lines.csv:2: amount of an order is 1.02E+15, from column count x column price (expected at"
            + " most 1e15; correct the row, or map another column)");
  }

  @Test
  void linesOfOneOrderThatNameTwoCustomers() {
    refused(
        new Shop(folder)
            .mapped(LINES)
            .with("lines.csv", "id,who,when,count,price\n1,a,2025-01-01,1,1\n1,b,2025-01-01,1,1\n"),
        "lines.csv:3: order:1 is of another customer than at lines.csv:2 (expected all lines with one"
            + " id to be one customer's; correct the customer, or map another column as the id)");
  }

  @Test
  void linesOfOneOrderOnTwoDays() {
    refused(
        new Shop(folder)
            .mapped(LINES)
            .with(
                "lines.csv",
                "id,who,when,count,price\n1,a,2025-01-01 23:59,1,1\n1,a,2025-01-02 00:00,1,1\n"),
        "lines.csv:3: order:1 is of 2025-01-02, but at lines.csv:2 of 2025-01-01 (expected all lines"
            + " with one id on one day; correct the day, or map another column as the id)");
  }

  @Test
  void aStepThatIsNone() {
    Shop shop =
        new Shop(folder)
            .with("mails.csv", "who,when,action\na,2025-01-01,open\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: mails.csv
                    customer: who
                    time: when
                    messages: {step: action}
                """);

    refused(
        shop,
        "mails.csv:2: step is \"open\" (expected one of sent, opened, clicked; say in the mapping what"
            + " the file's words mean: step: {column: ..., words: {...}})");
  }

  @Test
  void aWordThatTheMappingDoesNotTranslate() {
    Shop shop =
        new Shop(folder)
            .with("mails.csv", "who,when,action\na,2025-01-01,bounce\n")
            .mapped(
                """
                name: Shop
                tables:
                  - files: mails.csv
                    customer: who
                    time: when
                    messages: {step: {column: action, words: {send: sent, open: opened}}}
                """);

    refused(
        shop,
        "mails.csv:2: column action is \"bounce\" (expected one of the mapping's words: open, send; add"
            + " it there)");
  }

  @Test
  void attributesOfAnotherTypeThanDeclared() {
    String remedy =
        "; say in the mapping what the file's words mean: words: {...}, or which mean not known:"
            + " format: {unknown: [...]})";
    refused(
        profiles("a,old,1,yes"),
        "profiles.csv:2: column age is \"old\" (expected a finite number from -1e15 to 1e15"
            + remedy);
    refused(
        profiles("a,30,6,yes"),
        "profiles.csv:2: column mood is \"6\" (expected a whole number from 1 to 5" + remedy);
    refused(
        profiles("a,30,2.5,yes"),
        "profiles.csv:2: column mood is \"2.5\" (expected a whole number from 1 to 5" + remedy);
    refused(
        profiles("a,30,2,perhaps"),
        "profiles.csv:2: column member is \"perhaps\" (expected yes or no" + remedy);
  }

  @Test
  void twoProfilesOfOneCustomer() {
    refused(
        profiles("a,30,1,yes\na,31,1,yes"),
        "profiles.csv:3: a second row for the customer of profiles.csv:2, known since the same moment"
            + " (expected one row a customer and moment; remove one, or map the column that says when"
            + " each became known as knownSince)");
  }

  @Test
  void aRangeOfColumnsTheWrongWayRound() {
    refused(
        profiles("a,30,1,yes")
            .mapped(
                """
                name: Shop
                tables:
                  - files: profiles.csv
                    customer: who
                    knownSince: 2025-01-01
                    attributes:
                      - {from: mood, to: age, basis: demographic, type: number}
                """),
        "dataset.yaml:7:16: column \"mood\" comes after column \"age\" (expected from before to;"
            + " exchange them)");
  }

  @Test
  void oneAttributeDeclaredInTwoWays() {
    refused(
        profiles("a,30,1,yes")
            .mapped(
                """
                name: Shop
                tables:
                  - files: profiles.csv
                    customer: who
                    knownSince: 2025-01-01
                    attributes:
                      - {column: age, basis: demographic, type: number}
                      - {column: mood, name: age, basis: demographic, type: category}
                """),
        "dataset.yaml:8:18: attribute \"age\" is declared as another kind of attribute elsewhere in the"
            + " mapping (expected one basis, type and scale for one name; give one of them another"
            + " name)");
  }

  private Shop profiles(String rows) {
    return new Shop(folder)
        .mapped(PROFILES)
        .with("profiles.csv", "who,age,mood,member\n" + rows + "\n");
  }
}
