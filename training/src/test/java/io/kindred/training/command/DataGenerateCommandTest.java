package io.kindred.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataGenerateCommandTest {
  @TempDir private Path folder;

  @Test
  void eventsEndWithTheCustomerWhoReachesThem() throws IOException {
    Path big = folder.resolve("big");

    ProgramRun run =
        ProgramRun.of(
            "data",
            "generate",
            big.toString(),
            "--scenario",
            "shop",
            "--format",
            "parquet",
            "--events",
            "1000");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .matches(
            "Wrote (4|5)\\d customers with 10[0-9]{2} events to .*: dataset.yaml says what the files"
                + " are, truth.csv what is really so.\\R");
    try (Stream<Path> files = Files.list(big)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "business_buyers.parquet",
              "dataset.yaml",
              "events.parquet",
              "future_orders.csv",
              "profiles.parquet",
              "survey.parquet",
              "truth.csv");
    }
  }

  @Test
  void companiesAndEveryTwistAreWritten() {
    ProgramRun run =
        ProgramRun.of(
            "data",
            "generate",
            folder.resolve("firms").toString(),
            "--scenario",
            "business",
            "--customers",
            "12",
            "--drift",
            "0.8",
            "--seasonality",
            "--migration",
            "0.3",
            "--experiment",
            "--missing",
            "0.1",
            "--late",
            "0.2");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Wrote 12 companies with ");
  }

  @Test
  void whatCannotBeIsRefusedWithTheRemedy() {
    String target = folder.resolve("x").toString();

    assertThat(ProgramRun.of("data", "generate", target, "--scenario", "shp"))
        .isEqualTo(
            new ProgramRun(
                2,
                "",
                "kindred: Invalid value for option '--scenario': \"shp\" is no scenario (expected one"
                    + " of basic-shop, shop, business, subscriptions, food-delivery; did you mean"
                    + " shop?) (see kindred data generate --help)\n"));
    assertThat(ProgramRun.of("data", "generate", target, "--drift", "20").err())
        .isEqualTo(
            "kindred: drift is 20.0 (expected a factor a year from 0.1 to 10; 1 for no drift)\n");
    assertThat(ProgramRun.of("data", "generate", target, "--events", "0").err())
        .isEqualTo("kindred: events is 0 (expected at least 1)\n");
    assertThat(Path.of(target)).doesNotExist();
  }
}
