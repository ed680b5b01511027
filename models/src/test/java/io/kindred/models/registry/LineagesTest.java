package io.kindred.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.Lineage;
import io.kindred.models.SampleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineagesTest {
  @TempDir private Path folder;

  private Registry registry;
  private Bundle first;
  private Bundle second;
  private Bundle third;

  @BeforeEach
  void publish() throws IOException {
    registry = new Registry(folder);
    first = registry.publish(contents("first", Optional.empty()));
    second = registry.publish(contents("second", Optional.of(first.id())));
    third = registry.publish(contents("third", Optional.of(second.id())));
  }

  @Test
  void theChainIsOldestFirst() throws IOException {
    Lineages lineages = new Lineages(registry, SampleBundle.NAME);

    assertThat(lineages.upTo(third.id()))
        .extracting(LineageStep::id)
        .containsExactly(first.id(), second.id(), third.id());
    assertThat(lineages.upTo(second.id()))
        .extracting(LineageStep::id)
        .containsExactly(first.id(), second.id());
    assertThat(lineages.upTo(first.id()).getFirst().segmentIds())
        .containsExactly("A", "B", "A1", "A2", "B1");
  }

  @Test
  void theChainEndsWhereTheRegistryDoes() throws IOException {
    Path place = folder.resolve(SampleBundle.NAME.value()).resolve(first.id().value());
    Files.move(place, folder.resolve("away"));

    assertThat(new Lineages(registry, SampleBundle.NAME).upTo(third.id()))
        .extracting(LineageStep::id)
        .containsExactly(second.id(), third.id());
  }

  @Test
  void aDamagedBundleInTheChainIsSaid() throws IOException {
    Files.writeString(
        folder
            .resolve(SampleBundle.NAME.value())
            .resolve(first.id().value())
            .resolve("lineage.json"),
        "{}");

    assertThatThrownBy(() -> new Lineages(registry, SampleBundle.NAME).upTo(third.id()))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("lineage.json has 2 bytes");
  }

  @Test
  void bundlesThatDifferInGivenNamesOnlyAreTheSameUnnamed() throws IOException {
    BundleContents contents = third.contents();
    Bundle renamed =
        registry.publish(
            contents.withSegments(contents.segments().withGivenNames(Map.of("B1", "Just once"))));
    Lineages lineages = new Lineages(registry, SampleBundle.NAME);

    assertThat(renamed.id()).isNotEqualTo(third.id());
    assertThat(lineages.step(renamed.id()).unnamed())
        .isEqualTo(lineages.step(third.id()).unnamed())
        .isNotEqualTo(lineages.step(second.id()).unnamed());
  }

  private static BundleContents contents(String report, Optional<BundleId> previous) {
    Lineage sample = SampleBundle.lineage();
    return SampleBundle.contents(report)
        .withLineage(
            new Lineage(
                previous,
                sample.events(),
                sample.nextSegment(),
                sample.nextMacroSegment(),
                Optional.empty()));
  }
}
