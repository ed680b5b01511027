package io.kindred.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.Bundle;
import io.kindred.models.ModelName;
import io.kindred.models.SegmentWords;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  private static final ModelName MODEL = new ModelName("shop");

  @TempDir private Path folder;

  @Test
  void aGeneratedShopIsTrainedAndPublishedAndALaterFailureLeavesItBe() throws IOException {
    Path shop = folder.resolve("shop");
    ProgramRun generated =
        ProgramRun.of(
            "data", "generate", shop.toString(), "--customers", "600", "--last-day", "2025-06-30");
    assertThat(generated)
        .isEqualTo(
            new ProgramRun(
                0,
                "Wrote 600 customers with 48663 events to %s: dataset.yaml says what the files are, truth.csv what is really so.%n"
                    .formatted(shop),
                ""));
    Path training =
        write(
            "training.yaml",
            """
            name: shop
            dataset: shop/dataset.yaml
            horizonDays: 60
            segments: {most: 2}
            """);
    Path registry = folder.resolve("registry");

    Files.writeString(shop.resolve("orders.csv"), "half a row\n", StandardOpenOption.APPEND);
    Path badRows = folder.resolve("bad.csv");

    ProgramRun run =
        ProgramRun.of(
            "train",
            training.toString(),
            "--registry",
            registry.toString(),
            "--max-bad-rows",
            "1",
            "--bad-rows",
            badRows.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Set aside 1 bad rows, listed in %s.%n".formatted(badRows));
    assertThat(Files.readAllLines(badRows)).hasSize(2);
    assertThat(run.exitCode()).isZero();
    Bundle bundle = new Registry(registry).openCurrent(MODEL);
    Path report = new Registry(registry).report(MODEL, bundle.id());
    assertThat(report).isRegularFile();
    assertThat(run.out().lines())
        .startsWith(
            "  Reading dataset.yaml",
            "  Features as of each date",
            "  Segments",
            "  Propensity to purchase",
            "  Lifetime value",
            "  Graph",
            "  Evaluation",
            "  Report",
            "",
            "Published bundle %s of shop in %s: %s."
                .formatted(
                    bundle.id().shortForm(),
                    registry,
                    SegmentWords.counted(bundle.contents().segments())))
        .endsWith("Report: " + report);
    assertThat(run.out())
        .containsPattern("  purchase        AUC  +0\\.\\d{4}  \\(0\\.\\d{4} to [01]\\.\\d+\\)");

    List<String> published = files(registry);
    Files.writeString(shop.resolve("orders.csv"), "order_id,customer\n");
    ProgramRun failed =
        ProgramRun.of("train", training.toString(), "--registry", registry.toString());
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(files(registry)).isEqualTo(published);
    assertThat(new Registry(registry).current(MODEL)).isEqualTo(bundle.id());
  }

  @Test
  void aRegistryThatIsAFileIsRefusedBeforeTraining() throws IOException {
    Path registry = write("registry", "in the way");
    Path training = write("training.yaml", "name: shop\ndataset: dataset.yaml\n");

    ProgramRun run = ProgramRun.of("train", training.toString(), "--registry", registry.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "kindred: %s: is a file (expected the registry's folder, or nothing yet; name another with --registry)%n"
                .formatted(registry));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
