package io.kindred.training.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.Bundle;
import io.kindred.models.BundleId;
import io.kindred.models.Language;
import io.kindred.models.ModelName;
import io.kindred.models.Movement;
import io.kindred.models.Segment;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// On a made-up shop trained as of March, named, and trained again as of June.
class SegmentsCommandTest {
  private static final ModelName MODEL = new ModelName("shop");

  @TempDir private static Path folder;

  private static Registry registry;
  private static BundleId first;
  private static Bundle current;
  private static ProgramRun continued;

  @BeforeAll
  static void train() throws IOException {
    registry = new Registry(folder.resolve("registry"));
    ProgramRun.of(
        "data",
        "generate",
        folder.resolve("shop").toString(),
        "--customers",
        "600",
        "--last-day",
        "2025-06-30");
    String usual = "name: shop\ndataset: shop/dataset.yaml\nhorizonDays: 60\nsegments: {most: 3}\n";
    Files.writeString(folder.resolve("then.yaml"), usual + "asOf: 2025-03-31\n");
    Files.writeString(folder.resolve("now.yaml"), usual);
    assertThat(train("then.yaml").exitCode()).isZero();
    first = registry.current(MODEL);
    assertThat(run("name", "s01", " Our best ").exitCode()).isZero();
    continued = train("now.yaml");
    current = registry.openCurrent(MODEL);
  }

  /// Tests that publish leave the registry as they found it.
  @AfterEach
  void makeCurrent() throws IOException {
    registry.publish(current.contents());
  }

  @Test
  void trainingSaysWhatItContinuesAndWhatBecameOfTheSegments() {
    BundleId named = current.contents().lineage().previous().orElseThrow();

    assertThat(continued.err()).isEmpty();
    assertThat(named).isNotEqualTo(first);
    assertThat(continued.out().lines())
        .startsWith(
            "Continues bundle %s, whose segments keep their ids; --fresh starts anew."
                .formatted(named.shortForm()))
        .contains("  What became of the segments")
        .anyMatch(line ->
            line.matches(
                "Since bundle %s, macro-segments too: \\d+ .*; kindred segments lineage tells more\\."
                    .formatted(named.shortForm())));
  }

  @Test
  void listHasNamesGivenBesideTheSuggested() {
    ProgramRun run = run("list", first.shortForm().substring(0, 8));
    assertThat(run.out()).startsWith("bundle %s of shop".formatted(first.shortForm()));
    assertThat(run.out()).contains("  s01").doesNotContain("Our best");

    BundleId named = current.contents().lineage().previous().orElseThrow();
    assertThat(run("list", named.value()).out())
        .containsPattern("  s01 +Our best .*named by a person; suggested: ");
    JsonNode json = json("list", named.value(), "--json");
    assertThat(json.get("bundle").asString()).isEqualTo(named.value());
    JsonNode s01 =
        json.get("segments")
            .valueStream()
            .filter(segment -> segment.get("id").asString().equals("s01"))
            .findFirst()
            .orElseThrow();
    assertThat(s01.get("name").asString()).isEqualTo("Our best");
    assertThat(s01.get("givenName").asString()).isEqualTo("Our best");
    assertThat(s01.get("level").asString()).isEqualTo("micro");
  }

  @Test
  void namingPublishesABundleThatDiffersInTheNameOnly() throws IOException {
    Segment segment = current.contents().segments().segments().getFirst();

    ProgramRun run = run("name", segment.id(), "Änglar & co");

    Bundle renamed = registry.openCurrent(MODEL);
    assertThat(run.out())
        .isEqualTo(
            "%s is now called Änglar & co, in bundle %s, which is current.%n"
                .formatted(segment.id(), renamed.id().shortForm()));
    Map<String, String> before = current.contents().segments().givenNames();
    assertThat(renamed.contents().segments().givenNames())
        .containsEntry(segment.id(), "Änglar & co");
    assertThat(
            renamed.contents().withSegments(renamed.contents().segments().withGivenNames(before)))
        .isEqualTo(current.contents());
    run("name", segment.id(), "--remove");
    assertThat(
            registry.openCurrent(MODEL).contents().segments().segments().getFirst().name().given())
        .isEqualTo(Optional.empty());
  }

  @Test
  void namesThatCannotBeAreRefused() throws IOException {
    List<Segment> segments = current.contents().segments().segments();
    String id = segments.getFirst().id();

    assertThat(run("name", id, "  ").err())
        .isEqualTo(
            "kindred: the name is blank, too long or has control characters (expected 1 to 80 characters on one line, such as \"Busy high spenders\")%n"
                .formatted());
    assertThat(run("name", id, "x".repeat(81)).exitCode()).isEqualTo(1);
    assertThat(run("name", id, "two\nlines").exitCode()).isEqualTo(1);
    if (segments.size() > 1) {
      String taken = segments.get(1).name().in(Language.ENGLISH);
      assertThat(run("name", id, taken).err())
          .isEqualTo(
              "kindred: %s is called '%s' already (expected a name that tells them apart)%n"
                  .formatted(segments.get(1).id(), taken));
    }
    assertThat(run("name", "m01", "X").err()).contains("m01 is a macro-segment");
    assertThat(run("name", id).exitCode()).isEqualTo(2);
    assertThat(run("name", id, "X", "--remove").exitCode()).isEqualTo(2);
    assertThat(registry.current(MODEL)).isEqualTo(current.id());
  }

  @Test
  void anUnknownSegmentIsAnsweredWithTheNearest() {
    String missing = "sO1";
    for (List<String> command :
        List.of(
            List.of("show", missing),
            List.of("name", missing, "X"),
            List.of("lineage", missing),
            List.of("split", missing, "--data", folder.resolve("now.yaml").toString()))) {
      ProgramRun run = run(command.toArray(String[]::new));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .matches(
              "kindred: .*%s has no segment 'sO1' \\(did you mean s0\\d\\? kindred segments list shows them\\)\\R"
                  .formatted(current.id().shortForm()));
    }
    assertThat(run("list", "ffffffffff").err()).contains("begins with 'ffffffffff'");
  }

  @Test
  void showHasTraitsAndHowTheSegmentCameAbout() {
    Segment segment = current.contents().segments().segments().getFirst();

    ProgramRun run = run("show", segment.id());
    assertThat(run.out())
        .startsWith("%s  %s%n".formatted(segment.id(), segment.name().in(Language.ENGLISH)))
        .contains(segment.persona().traits().getFirst().fromSiblings().text().english());
    JsonNode json = json("show", segment.id(), "--json");
    assertThat(json.get("segment").get("customers").asInt()).isEqualTo(segment.customers());
    assertThat(json.get("cameAbout").isEmpty()).isFalse();
  }

  @Test
  void lineageHasEveryBundleAndTheMovement() {
    BundleId named = current.contents().lineage().previous().orElseThrow();
    ProgramRun run = run("lineage");
    assertThat(run.out().lines())
        .startsWith(
            "Bundle %s, data until 2025-03-31, the first".formatted(named.shortForm()),
            "  m01 is new.")
        .contains(
            "Bundle %s, data until 2025-06-30, continues %s"
                .formatted(current.id().shortForm(), named.shortForm()),
            "Who moved since the bundle before");
    assertThat(run("lineage", "s01").out())
        .contains("  s01 is new.")
        .doesNotContain("s02 is new", "Who moved");

    JsonNode json = json("lineage", "--json");
    assertThat(json).hasSize(2);
    JsonNode movement = json.get(1).get("movement");
    Movement expected = current.contents().lineage().movement().orElseThrow();
    assertThat(movement.get("customers").asInt()).isEqualTo(expected.customers());
    assertThat(movement.get("lines")).hasSize(expected.lines().size());
  }

  @Test
  void compareCountsWhatTrainingCounted() {
    BundleId named = current.contents().lineage().previous().orElseThrow();
    Movement expected = current.contents().lineage().movement().orElseThrow();

    JsonNode json =
        json(
            "compare",
            named.value(),
            current.id().value(),
            "--data",
            folder.resolve("now.yaml").toString(),
            "--json");

    for (int i = 0; i < expected.lines().size(); i++) {
      Movement.Line line = expected.lines().get(i);
      JsonNode found = json.get("movement").get("lines").get(i);
      assertThat(found.get("segmentId").asString()).isEqualTo(line.segmentId());
      assertThat(found.get("customersChanged").asInt()).isEqualTo(line.customersChanged());
      assertThat(found.get("modelChanged").asInt()).isEqualTo(line.modelChanged());
    }
  }

  /// The first that has finer ones.
  @Test
  void aSegmentIsSplitAndTheOthersAreNot() throws IOException {
    List<String> ids = current.contents().segments().segments().stream().map(Segment::id).toList();
    List<String> refusals = new ArrayList<>();
    for (String id : ids) {
      ProgramRun run = run("split", id, "--data", folder.resolve("now.yaml").toString(), "--json");
      if (run.exitCode() == 0) {
        assertIsSplit(id, ids, JsonMapper.shared().readTree(run.out()));
        return;
      }
      refusals.add(run.err());
    }
    assertThat(refusals).as("a segment of the shop has finer ones").isEmpty();
  }

  private static void assertIsSplit(String id, List<String> ids, JsonNode json) throws IOException {
    Bundle divided = registry.openCurrent(MODEL);
    assertThat(json.get("bundle").asString()).isEqualTo(divided.id().value());
    assertThat(json.get("before").asString()).isEqualTo(current.id().value());
    assertThat(json.get("events")).hasSize(1);
    JsonNode event = json.get("events").get(0);
    assertThat(event.get("kind").asString()).isEqualToIgnoringCase("split");
    assertThat(event.get("from").get(0).asString()).isEqualTo(id);
    assertThat(divided.contents().segments().segments())
        .extracting(Segment::id)
        .hasSize(ids.size() - 1 + event.get("to").size())
        .containsAll(ids.stream().filter(other -> !other.equals(id)).toList());

    registry.publish(current.contents());
    ProgramRun run = run("split", id, "--data", folder.resolve("now.yaml").toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("  s\\d\\d  .* customers"))
        .last()
        .isEqualTo(
            "Published bundle %s in %s.".formatted(divided.id().shortForm(), registry.root()));
    assertThat(registry.current(MODEL)).isEqualTo(divided.id());
  }

  @Test
  void aSegmentWithoutFinerOnesIsNotSplit() throws IOException {
    String id = current.contents().segments().segments().getFirst().id();
    Path file = folder.resolve("one.yaml");
    Files.writeString(
        file, "name: shop\ndataset: shop/dataset.yaml\nhorizonDays: 60\nsegments: {most: 1}\n");

    ProgramRun run = run("split", id, "--data", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("customers of segment %s show no finer segments".formatted(id));
    assertThat(registry.current(MODEL)).isEqualTo(current.id());
  }

  @Test
  void freshTrainingContinuesNothingAndFromAnyBundle() throws IOException {
    ProgramRun fresh = train("now.yaml", "--fresh");
    assertThat(fresh.out()).doesNotContain("Continues");
    assertThat(registry.openCurrent(MODEL).contents().lineage().previous()).isEmpty();

    ProgramRun from = train("now.yaml", "--from", first.shortForm());
    assertThat(from.out()).startsWith("Continues bundle " + first.shortForm());
    assertThat(registry.openCurrent(MODEL).contents().lineage().previous()).contains(first);
    assertThat(train("now.yaml", "--from", "ffffffffff").err())
        .contains("begins with 'ffffffffff'");
    assertThat(train("now.yaml", "--from", first.shortForm(), "--fresh").exitCode()).isEqualTo(2);
  }

  @Test
  void aBundleThatCannotBeOpenedIsNotContinued() throws IOException {
    Path targets = registry.root().resolve("shop").resolve(first.value()).resolve("targets.json");
    byte[] bytes = Files.readAllBytes(targets);
    Files.writeString(targets, "{}", UTF_8);
    try {
      ProgramRun run = train("now.yaml", "--from", first.shortForm());
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .startsWith("kindred: bundle %s cannot be continued: ".formatted(first.shortForm()))
          .endsWith(
              " (choose another with --from, or start anew with --fresh: segments then get new ids)%n"
                  .formatted());
      assertThat(registry.current(MODEL)).isEqualTo(current.id());
    } finally {
      Files.write(targets, bytes);
    }
  }

  private static ProgramRun train(String file, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                folder.resolve(file).toString(),
                "--registry",
                registry.root().toString()));
    arguments.addAll(Arrays.asList(options));
    return ProgramRun.of(arguments.toArray(String[]::new));
  }

  private static ProgramRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("segments"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--registry", registry.root().toString()));
    return ProgramRun.of(all.toArray(String[]::new));
  }

  private static JsonNode json(String... arguments) {
    return JsonMapper.shared().readTree(run(arguments).out());
  }
}
