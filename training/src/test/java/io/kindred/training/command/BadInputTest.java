package io.kindred.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with the input ends in one paragraph that says where, and in nothing
/// published.
class BadInputTest {
  private static final String MAPPING =
      """
      name: Corner shop
      zone: Europe/Stockholm
      currency: SEK
      tables:
        - files: orders.csv
          customer: customer
          time: time
          orders: {id: id, amount: amount}
      """;
  private static final String ORDERS =
      """
      id,customer,time,amount
      1,anna,2025-01-02 10:00,20
      2,bo,2025-01-03 11:00,30
      """;

  @TempDir private Path folder;

  @BeforeEach
  void aWholeShop() throws IOException {
    write("training.yaml", "name: shop\ndataset: dataset.yaml\n");
    write("dataset.yaml", MAPPING);
    write("orders.csv", ORDERS);
  }

  @Test
  void aMissingTrainingFile() throws IOException {
    Files.delete(folder.resolve("training.yaml"));
    refused(
        folder.resolve("training.yaml")
            + ": no such file (expected a training file; docs/training.md shows one)");
  }

  @Test
  void aTrainingFileThatIsAFolder() throws IOException {
    Files.delete(folder.resolve("training.yaml"));
    Files.createDirectory(folder.resolve("training.yaml"));
    refused("cannot read %s: Is a directory".formatted(folder.resolve("training.yaml")));
  }

  @Test
  void aMissingMapping() throws IOException {
    Files.delete(folder.resolve("dataset.yaml"));
    refused(
        folder.resolve("dataset.yaml")
            + ": no such file (expected a mapping; docs/mapping.md shows one)");
  }

  @Test
  void aMissingDataFile() throws IOException {
    Files.delete(folder.resolve("orders.csv"));
    refusedNaming("orders.csv: no such file");
  }

  @Test
  void anUnknownColumn() throws IOException {
    write("dataset.yaml", MAPPING.replace("amount: amount", "amount: amuont"));
    refused(
        "dataset.yaml:8:30: column \"amuont\" is not in orders.csv (expected one of its columns: id,"
            + " customer, time, amount; name one of these in the mapping, perhaps \"amount\")");
  }

  @Test
  void anUnreadableDate() throws IOException {
    write("orders.csv", ORDERS.replace("2025-01-03 11:00", "the day after"));
    refusedNaming("orders.csv:3: ", "time", "\"the day after\"");
  }

  @Test
  void aNegativeAmount() throws IOException {
    write("orders.csv", ORDERS.replace(",30", ",-30"));
    refusedNaming("orders.csv:3: ", "amount", "-30");
  }

  @Test
  void aFutureEvent() throws IOException {
    write("orders.csv", ORDERS.replace("2025-01-03 11:00", "2999-01-03 11:00"));
    refusedNaming("orders.csv:3: ", "time", "2999-01-03");
  }

  @Test
  void aDuplicateId() throws IOException {
    write("orders.csv", ORDERS + "2,bo,2025-01-04 11:00,40\n");
    refusedNaming("orders.csv", "id");
  }

  @Test
  void anEmptyFile() throws IOException {
    write("orders.csv", "");
    refusedNaming("orders.csv: the file is empty");
    write("orders.csv", "id,customer,time,amount\n");
    refusedNaming("orders.csv: the file is empty");
    write("training.yaml", "");
    refused(
        "training.yaml: the file is empty (expected a training file; docs/training.md shows one)");
  }

  @Test
  void tooFewCustomers() {
    refused(
        "the data cover 2 days up to 2025-01-03, too few to learn what happens within 90 days"
            + " (expected at least 136 days; choose a shorter horizonDays or bring older events)");
  }

  @Test
  void wrongRowsAreSetAsideOnlyWhereThatIsAskedFor() throws IOException {
    write("orders.csv", ORDERS + "3,cy,2025-01-04 11:00,lots\n");
    Path badRows = folder.resolve("bad.csv");

    assertThat(train("--max-bad-rows", "1", "--bad-rows", badRows.toString()))
        .startsWith("kindred: the data cover 2 days up to 2025-01-03");
    assertThat(badRows)
        .hasContent(
            """
            file,line,message
            orders.csv,4,"column amount is ""lots"" (expected a finite number such as 12.50)"
            """);
    assertThat(train("--max-bad-rows", "0", "--bad-rows", badRows.toString()))
        .startsWith("kindred: 1 bad rows, listed in %s, are more than the 0".formatted(badRows));
    assertThat(train("--bad-rows", badRows.toString()))
        .isEqualTo(
            "kindred: --bad-rows without --max-bad-rows (expected how many wrong rows may be set aside,"
                + " such as --max-bad-rows 100)%n".formatted());
    refused("orders.csv:4: column amount is \"lots\" (expected a finite number such as 12.50)");
  }

  @Test
  void wrongUsageExitsWithTwo() {
    assertThat(ProgramRun.of("train").exitCode()).isEqualTo(2);
    assertThat(ProgramRun.of("train").err())
        .isEqualToIgnoringNewLines(
            "kindred: Missing required parameter: 'TRAINING.YAML' (see kindred train --help)");
    assertThat(ProgramRun.of("trian").exitCode()).isEqualTo(2);
    assertThat(ProgramRun.of("train", "a", "--colour").exitCode()).isEqualTo(2);
    assertThat(ProgramRun.of("data", "generate", "x", "--customers", "many").exitCode())
        .isEqualTo(2);
  }

  @Test
  void helpIsNoFailure() {
    ProgramRun help = ProgramRun.of("train", "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out())
        .contains("TRAINING.YAML", "--registry=FOLDER", "kindred train training.yaml");
    assertThat(help.err()).isEmpty();
  }

  @Test
  void aFolderThatHoldsSomethingIsNotGeneratedInto() {
    ProgramRun run =
        ProgramRun.of(
            "data", "generate", folder.toString(), "--customers", "5", "--last-day", "2025-06-30");
    assertThat(run)
        .isEqualTo(
            new ProgramRun(
                1,
                "",
                "kindred: %s: the folder is not empty (expected a new or empty folder; name another or empty it)%n"
                    .formatted(folder)));
  }

  private void refused(String message) {
    assertThat(train()).isEqualTo("kindred: %s%n".formatted(message));
  }

  private void refusedNaming(String... parts) {
    assertThat(train()).startsWith("kindred: ").contains(parts).contains("(expected ");
  }

  /// One paragraph, exit code 1 and no registry.
  private String train(String... options) {
    Path registry = folder.resolve("registry");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                folder.resolve("training.yaml").toString(),
                "--registry",
                registry.toString()));
    arguments.addAll(List.of(options));
    ProgramRun run = ProgramRun.of(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(registry).doesNotExist();
    return run.err();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
