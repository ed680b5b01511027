package io.kindred.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.testing.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `kindred data infer` and `kindred data check`, as an operator types them.
class DataCommandsTest {
  @TempDir private Path folder;
  private Path shop;

  @BeforeEach
  void generate() {
    shop = folder.resolve("shop");
    ProgramRun run =
        ProgramRun.of(
            "data", "generate", shop.toString(), "--customers", "600", "--last-day", "2025-06-30");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aDraftIsWrittenOnceAndIsReadyToBeChecked() throws IOException {
    Path draft = shop.resolve("draft.yaml");

    ProgramRun run = ProgramRun.of("data", "infer", shop.toString(), "--output", draft.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("Wrote %s: a draft for 9 files.%n".formatted(draft))
        .endsWith("%nThen: kindred data check %s%n".formatted(draft));
    assertThat(Files.readString(draft)).contains("  - files: orders.csv\n");

    ProgramRun check = ProgramRun.of("data", "check", draft.toString());
    assertThat(check.err()).isEmpty();
    assertThat(check.out()).endsWith("\nReady to train.\n").contains("age: kept for audits");
    assertThat(check.exitCode()).isZero();

    ProgramRun again =
        ProgramRun.of("data", "infer", shop.toString(), "--output", draft.toString());
    assertThat(again)
        .isEqualTo(
            new ProgramRun(
                1,
                "",
                "kindred: %s: is there already (expected a new file, so that nobody's work is lost; name another, or remove it)%n"
                    .formatted(draft)));
  }

  @Test
  void bothSayTheSameAsJson() throws IOException {
    JsonNode draft =
        JsonMapper.shared()
            .readTree(ProgramRun.of("data", "infer", shop.toString(), "--json").out());
    assertThat(draft.get("guesses").valueStream().map(guess -> guess.get("role").asString()))
        .contains("customer", "time", "orders.amount", "attribute");
    assertThat(draft.get("yaml").asString()).contains("tables:\n");

    Path training = training("policy: {use: [age]}\n");
    ProgramRun run = ProgramRun.of("data", "check", training.toString(), "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(report.get("ready").asBoolean()).isTrue();
    assertThat(report.get("reading").get("customers").asInt()).isEqualTo(600);
    assertThat(report.get("period").get("lastDay").asString()).isEqualTo("2025-06-30");
    assertThat(report.propertyNames())
        .containsExactlyInAnyOrder(
            "name",
            "ready",
            "findings",
            "reading",
            "period",
            "events",
            "files",
            "attributes",
            "amounts",
            "labels",
            "correlations",
            "leaks");
  }

  @Test
  void dataThatCannotBeReadAreNotReadyAndSayWhy() throws IOException {
    Path training = training("");
    Files.writeString(shop.resolve("orders.csv"), "order_id,customer\n");

    ProgramRun run = ProgramRun.of("data", "check", training.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Not ready, because:\n  - ")
        .contains("orders.csv")
        .endsWith("    -> mend this, then check again\n");
  }

  @Test
  void wrongRowsAreSetAsideWhereTheyMayBe() throws IOException {
    Path training = training("");
    Path orders = shop.resolve("orders.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(orders));
    lines.set(7, lines.get(7).replaceFirst(",20\\d\\d-", ",soon "));
    Files.write(orders, lines);
    Path listed = folder.resolve("bad.csv");

    assertThat(ProgramRun.of("data", "check", training.toString()).exitCode()).isEqualTo(1);
    ProgramRun run =
        ProgramRun.of(
            "data",
            "check",
            training.toString(),
            "--max-bad-rows",
            "1",
            "--bad-rows",
            listed.toString());

    assertThat(run.out()).contains("  1 wrong and set aside\n").endsWith("\nReady to train.\n");
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readAllLines(listed))
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("orders.csv,8,");
  }

  @Test
  void aPolicyThatNamesNobodysAttributeIsAnError() throws IOException {
    ProgramRun run = ProgramRun.of("data", "check", training("policy: {use: [aeg]}\n").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(
            "kindred: policy.use names attribute \"aeg\", which the mapping does not declare");
  }

  @Test
  void theDocumentationShowsWhatTheCheckOfOnlineRetailPrints() throws IOException {
    Path data = RealData.file("online_retail_lines.csv.gz");
    Path draft = folder.resolve("dataset.yaml");
    ProgramRun.of("data", "infer", data.toString(), "--output", draft.toString());
    Path training =
        Files.writeString(
            folder.resolve("training.yaml"),
            "name: online-retail\ndataset: dataset.yaml\ndata: %s\n".formatted(data.getParent()));

    ProgramRun run = ProgramRun.of("data", "check", training.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(Path.of("..", "docs", "data-check.md")))
        .contains("```\n" + run.out() + "```\n");
  }

  private Path training(String more) throws IOException {
    return Files.writeString(
        folder.resolve("training.yaml"),
        "name: shop\ndataset: shop/dataset.yaml\nhorizonDays: 60\n" + more);
  }
}
