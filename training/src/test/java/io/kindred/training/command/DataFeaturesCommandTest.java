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

class DataFeaturesCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    write(
        "orders.csv",
        """
        id,customer,time,amount,channel
        1,anna,2026-01-01 12:00,10,web
        2,anna,2026-01-20 12:00,20,store
        3,bo,2026-01-10 12:00,5,web
        4,bo,2026-03-01 12:00,7,web
        """);
    write(
        "bands.csv",
        """
        customer,computed,band,faith
        anna,2026-01-05,low,none
        anna,2026-02-05,high,none
        bo,2026-02-05,low,none
        """);
    write(
        "dataset.yaml",
        """
        name: Corner shop
        zone: Europe/Stockholm
        currency: SEK
        tables:
          - files: orders.csv
            customer: customer
            time: time
            orders: {id: id, amount: amount, channel: channel}
        """);
    write(
        "training.yaml",
        """
        name: corner-shop
        dataset: dataset.yaml
        features:
          add:
            - {name: web_money, kind: order, where: {channel: web}, aggregate: sum, of: amount}
        columns:
          - files: bands.csv
            customer: customer
            knownSince: computed
            attributes:
              - {column: band, basis: demographic, type: category}
        """);
  }

  @Test
  void aPanelHasARowForEachCustomerKnownAtEachDayAndWhatCameAfter() throws IOException {
    Path panel = folder.resolve("panel.csv");
    ProgramRun run =
        features(
            "training.yaml",
            "--as-of",
            "2026-01-09",
            "--as-of",
            "2026-02-15",
            "--horizon-days",
            "14",
            "--feature",
            "order_count",
            "--feature",
            "web_money",
            "--feature",
            "attribute:band=high",
            "--output",
            panel.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("3 rows of 5 columns as of 2 days, written to %s".formatted(panel));
    assertThat(Files.readAllLines(panel))
        .containsExactly(
            "customer,as_of,order_count,web_money,attribute:band=high,purchase_days,spend",
            "anna,2026-01-09,1.0,10.0,0.0,1,20.0",
            "anna,2026-02-15,2.0,10.0,1.0,0,0.0",
            "bo,2026-02-15,1.0,5.0,0.0,1,7.0");
  }

  @Test
  void theSummaryHasTheSumsOfAllFeaturesThatTheDataGive() throws IOException {
    Path summary = folder.resolve("summary.json");
    ProgramRun run = features("training.yaml", "--summary", summary.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("2 rows of ")
        .contains("web_money ")
        .contains("order_value_total ");
    assertThat(Files.readString(summary))
        .startsWith("{\"")
        .contains("\"rows\":2")
        .containsAnyOf(
            "\"web_money\":{\"known\":2,\"sum\":22.0}", "\"web_money\":{\"sum\":22.0,\"known\":2}");
  }

  @Test
  void aMappingAloneWillDo() {
    assertThat(features("dataset.yaml", "--feature", "order_count").out())
        .startsWith("2 rows of 1 columns as of 1 day");
  }

  @Test
  void whatIsWrongIsSaidAndNothingWritten() throws IOException {
    Path panel = folder.resolve("panel.parquet");
    assertThat(features("dataset.yaml", "--feature", "order_cuont", "--output", panel.toString()))
        .isEqualTo(
            new ProgramRun(
                1,
                "",
                "kindred: feature order_cuont is not known (expected a feature such as order_count)%n"
                    .formatted()));
    assertThat(features("dataset.yaml", "--horizon-days", "0").err())
        .isEqualTo("kindred: --horizon-days is 0 (expected 1 or more)%n".formatted());
    assertThat(features("dataset.yaml", "--output", folder.resolve("panel.xlsx").toString()).err())
        .isEqualTo(
            "kindred: %s: the name does not say what kind of file to write (expected it to end in .parquet or .csv)%n"
                .formatted(folder.resolve("panel.xlsx")));
    assertThat(features("dataset.yaml", "--as-of", "2026-02-20", "--horizon-days", "14").err())
        .isEqualTo(
            "kindred: --as-of is 2026-02-20 and looks 14 days ahead, but the data end on 2026-03-01 (expected 2026-02-15 or earlier)%n"
                .formatted());
    assertThat(features("dataset.yaml", "--output", folder.resolve("orders.csv").toString()).err())
        .isEqualTo(
            "kindred: %s: the file is there already (expected a new one; name another, or remove it)%n"
                .formatted(folder.resolve("orders.csv")));
    assertThat(panel).doesNotExist();
  }

  @Test
  void withAHorizonTheDefaultIsTheLastDayFromWhichItCanBeSeen() {
    assertThat(features("dataset.yaml", "--feature", "order_count", "--horizon-days", "14").out())
        .containsPattern("order_count +100.0 % +1.5000 ")
        .containsPattern("spend +100.0 % +3.5000 ");
  }

  @Test
  void aNameLeftOutMustBeOne() throws IOException {
    write(
        "leaves.yaml",
        Files.readString(folder.resolve("training.yaml"))
            .replace("  add:", "  leaveOut: [order_coun]\n  add:"));
    assertThat(features("leaves.yaml").err())
        .isEqualTo(
            "kindred: features.leaveOut names order_coun, which is no feature of these data (did you mean order_count?)%n"
                .formatted());
  }

  @Test
  void aDeclaredFeatureThatAsksForASensitiveWordIsRefusedToo() throws IOException {
    write(
        "asks.yaml",
        Files.readString(folder.resolve("training.yaml"))
            .replace(
                "  add:",
                "  add:\n    - {name: visits_there, kind: custom, where: {religion: catholic}, aggregate: count}"));
    assertThat(features("asks.yaml").err())
        .startsWith("kindred: attribute visits_there is refused as an input: its ");
  }

  @Test
  void aSensitiveAttributeIsRefusedAsInTraining() throws IOException {
    write(
        "sensitive.yaml",
        Files.readString(folder.resolve("training.yaml"))
            .replace("column: band", "column: faith, name: religion"));
    ProgramRun run = features("sensitive.yaml");
    assertThat(run.exitCode()).isOne();
    assertThat(run.err())
        .startsWith("kindred: attribute religion is refused as an input: its name speaks of");
    assertThat(features("sensitive.yaml", "--feature", "order_count").exitCode()).isZero();
    assertThat(features("sensitive.yaml", "--feature", "attribute:religion=none").exitCode())
        .isOne();
  }

  private ProgramRun features(String file, String... options) {
    List<String> words =
        new ArrayList<>(List.of("data", "features", folder.resolve(file).toString()));
    words.addAll(List.of(options));
    return ProgramRun.of(words.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
