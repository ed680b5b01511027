package io.kindred.serving.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.GoldenRow;
import io.kindred.models.ModelName;
import io.kindred.models.registry.Registry;
import io.kindred.serving.testing.TinyShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleCommandTest {
  @TempDir private Path folder;
  private Bundle bundle;

  @BeforeEach
  void publish() throws IOException {
    bundle = new Registry(folder).publish(TinyShop.contents());
  }

  @Test
  void bundlesAreListed() {
    assertThat(run("list"))
        .isEqualTo(
            new Run(
                0,
                """
                Model      Bundle           Data until  Segments  Features  Predicts
                tiny-shop  %s  *  2026-06-30         3         4  purchase, churn
                """
                    .formatted(bundle.id().shortForm()),
                ""));
  }

  @Test
  void aBundleIsShown() {
    assertThat(run("show", bundle.id().shortForm()))
        .isEqualTo(
            new Run(
                0,
                """
                Bundle      %s
                Model       tiny-shop
                Data until  2026-06-30T23:59:59+02:00[Europe/Stockholm]
                Currency    SEK
                Features    4, fingerprint %.12s
                Golden rows 2

                Segments; given at a confidence of 60 %% or more, a macro-segment at 80 %%
                  Segment  Name            Customers   Share  Stability      Within
                  A2       Our favourites         40  40.0 %%  0.40 unstable  Active
                  A1       Often                  30  30.0 %%  0.90           Active
                  B1       Never                  30  30.0 %%  -              Away

                How sure a segment is: 3 segments, 1 of them too unstable to plan with; prediction sets are to hold it for 80 %%
                  Of customers  Number  Calibration error of confidence  Coverage of prediction sets  Mean size of prediction sets
                  all            1,200                            3.1 %%                       91.4 %%                          1.40
                  one order         40                           10.0 %%                       85.0 %%                          2.25

                Predicts
                  purchase: order within 90 days, which 30.0 %% do; by trees
                  churn: churn within 30 days, which 10.0 %% do; by logistic
                  lifetime value: spend within 182 days, with a range for 80 %% of customers; by a formula

                Measured on what it was not fitted on
                  Of        Figure   Value  95 %% interval     Simpler ways
                  purchase  AUC     0.9000  0.8500 to 0.9500  recency alone 0.8000
                  A fifth of the customers was held out.

                Report: %s
                """
                    .formatted(
                        bundle.id(),
                        TinyShop.SCHEMA.fingerprint(),
                        folder
                            .resolve("tiny-shop")
                            .resolve(bundle.id().value())
                            .resolve("report.html")),
                ""));
  }

  @Test
  void aBundleIsShownToPrograms() {
    Run run = run("show", "--json");

    assertThat(run.code()).isZero();
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.get("bundle").getAsString()).isEqualTo(bundle.id().value());
    assertThat(json.get("segmentCount").getAsInt()).isEqualTo(3);
    assertThat(json.get("unstableSegments").getAsInt()).isEqualTo(1);
    assertThat(json.getAsJsonObject("segments").getAsJsonArray("segments")).hasSize(3);
    JsonObject evaluation = json.getAsJsonObject("evaluation");
    assertThat(evaluation.getAsJsonArray("measures")).hasSize(1);
    JsonObject all = evaluation.getAsJsonArray("segmentConfidence").get(0).getAsJsonObject();
    assertThat(all.get("group").getAsString()).isEqualTo("all");
    assertThat(all.get("calibrationError").getAsDouble()).isEqualTo(.0312);
    assertThat(all.get("coverage").getAsDouble()).isEqualTo(.914);
    assertThat(all.get("meanSetSize").getAsDouble()).isEqualTo(1.4);
  }

  @Test
  void aSoundBundleIsVerified() {
    assertThat(run("verify"))
        .isEqualTo(
            new Run(
                0,
                "bundle %s of tiny-shop is as it was published, and its 2 golden rows come out here as where it was made\n"
                    .formatted(bundle.id().shortForm()),
                ""));
  }

  @Test
  void aTruncatedBundleIsNotVerifiedAndIsToldBesideTheList() throws IOException {
    Path model = place().resolve("model.onnx");
    byte[] bytes = Files.readAllBytes(model);
    Files.write(model, Arrays.copyOf(bytes, 100));
    String message =
        "kindred: %s: model.onnx has 100 bytes (expected %d; the bundle was cut off or changed: publish it again)\n"
            .formatted(place(), bytes.length);

    assertThat(run("verify")).isEqualTo(new Run(1, "", message));
    assertThat(run("list"))
        .isEqualTo(
            new Run(1, "Model  Bundle    Data until  Segments  Features  Predicts\n", message));
  }

  @Test
  void aBundleWhoseGoldenRowsComeOutOtherwiseIsNotVerified() throws IOException {
    BundleContents contents = TinyShop.contents();
    var outputs = TinyShop.golden(TinyShop.customer(TinyShop.AS_OF, 1)).outputs();
    var row = contents.goldenRows().getFirst();
    Registry other = new Registry(folder.resolve("other"));
    Bundle wrong =
        other.publish(
            new BundleContents(
                contents.name(),
                contents.asOf(),
                contents.schema(),
                contents.segments(),
                contents.segmentModel(),
                contents.targets(),
                contents.evaluation(),
                List.of(new GoldenRow(row.asOf(), row.history(), row.features(), outputs)),
                contents.model(),
                contents.segmentGraph(),
                contents.report()));

    Run run = Run.of("bundle", "verify", "--registry", other.root().toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith(
            "kindred: bundle %s of tiny-shop: the outputs of golden row 0 differ by "
                .formatted(wrong.id().shortForm()))
        .hasLineCount(1);
  }

  @Test
  void anUnknownBeginningIsToldWithTheBundlesThereAre() {
    assertThat(run("show", "zz"))
        .isEqualTo(
            new Run(
                1,
                "",
                "kindred: %s: no bundle of model tiny-shop begins with 'zz' (expected exactly one of [%s])\n"
                    .formatted(folder, bundle.id().shortForm())));
  }

  @Test
  void severalModelsMustBeTold() throws IOException {
    BundleContents contents = TinyShop.contents();
    new Registry(folder)
        .publish(
            new BundleContents(
                new ModelName("b2b"),
                contents.asOf(),
                contents.schema(),
                contents.segments(),
                contents.segmentModel(),
                contents.targets(),
                contents.evaluation(),
                contents.goldenRows(),
                contents.model(),
                contents.segmentGraph(),
                contents.report()));

    assertThat(run("verify"))
        .isEqualTo(
            new Run(
                1,
                "",
                "kindred: %s: holds several models (expected one of them with --model: [b2b, tiny-shop])\n"
                    .formatted(folder)));
    assertThat(run("verify", "--model", "b2b").code()).isEqualTo(0);
  }

  @Test
  void anEmptyRegistryIsToldWithWhatToDo() {
    Path empty = folder.resolve("empty");

    assertThat(Run.of("bundle", "list", "--registry", empty.toString()))
        .isEqualTo(
            new Run(
                1,
                "",
                "kindred: %s: no bundle is published there (expected one; train one with `kindred train`, or name the folder with --registry)\n"
                    .formatted(empty)));
  }

  private Run run(String command, String... arguments) {
    return Run.of(
        Stream.concat(
                Stream.of("bundle", command, "--registry", folder.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private Path place() {
    return folder.resolve("tiny-shop").resolve(bundle.id().value());
  }
}
