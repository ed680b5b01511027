package io.kindred.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.models.Bundle;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import io.kindred.models.SampleBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to published bundles on disk, and that none of it is served.
class DamagedBundleTest {
  @TempDir Path root;
  private Registry registry;
  private Bundle bundle;
  private Path place;

  @BeforeEach
  void publish() throws IOException {
    registry = new Registry(root);
    bundle = registry.publish(SampleBundle.contents());
    place = root.resolve("online-shop").resolve(bundle.id().value());
  }

  @Test
  void aFlippedByteInAnyFileIsRefused() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 0; i < bytes.length; i += 1 + bytes.length / 100) {
        byte[] flipped = bytes.clone();
        flipped[i] ^= 1;
        Files.write(file, flipped);
        assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
            .as("%s, byte %d", file, i)
            .isInstanceOf(BundleException.class)
            .hasMessageStartingWith("%s: %s", place, file.getFileName())
            .hasMessageEndingWith("publish it again)");
      }
      Files.write(file, bytes);
    }
    assertThat(registry.openCurrent(SampleBundle.NAME)).isEqualTo(bundle);
  }

  @Test
  void aFileCutOffIsRefused() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      for (int length : new int[] {0, 1, bytes.length / 2, bytes.length - 1}) {
        Files.write(file, Arrays.copyOf(bytes, length));
        assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
            .isInstanceOf(BundleException.class)
            .hasMessageStartingWith("%s: %s", place, file.getFileName());
      }
      Files.write(file, bytes);
    }
  }

  @Test
  void aFileCutOffIsNamedWithItsLength() throws IOException {
    Path model = place.resolve("model.onnx");
    Files.write(model, Arrays.copyOf(Files.readAllBytes(model), 7));
    assertRefused(
        "model.onnx has 7 bytes (expected 19; the bundle was cut off or changed: publish it"
            + " again)");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      assertRefused(
          "%s is missing (expected in every bundle; publish it again)"
              .formatted(file.getFileName()));
      Files.write(file, bytes);
    }
  }

  @Test
  void anAddedFileIsRefused() throws IOException {
    Files.writeString(place.resolve(".notes"), "mine");
    assertRefused(
        "the manifest does not name .notes (expected no other file; take it out of the bundle)");
  }

  @Test
  void aRenamedFileIsRefused() throws IOException {
    Files.move(place.resolve("model.onnx"), place.resolve("model-1.onnx"));
    assertRefused("model.onnx is missing (expected in every bundle; publish it again)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.onnx", "manifest.pb"})
  void aLinkToTheSameBytesIsRefused(String name) throws IOException {
    Path elsewhere = Files.move(place.resolve(name), root.resolve("elsewhere"));
    Files.createSymbolicLink(place.resolve(name), elsewhere);
    assertLinkRefused(name);
  }

  @Test
  void aFolderInsideABundleIsRefused() throws IOException {
    Files.createDirectory(place.resolve("more"));
    assertLinkRefused("more");
  }

  @Test
  void aLinkToAWholeBundleIsRefused() throws IOException {
    Path elsewhere = Files.move(place, root.resolve("elsewhere"));
    Files.createSymbolicLink(place, elsewhere);
    assertRefused("there is no such bundle (expected one of [])");
  }

  @Test
  void theManifestOfAnotherBundleIsRefused() throws IOException {
    Bundle other = registry.publish(SampleBundle.contents("another"));
    Path otherPlace = place.resolveSibling(other.id().value());
    Files.write(
        place.resolve("manifest.pb"), Files.readAllBytes(otherPlace.resolve("manifest.pb")));
    assertThatThrownBy(() -> registry.open(SampleBundle.NAME, bundle.id()))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: manifest.pb is the manifest of bundle %s (expected %s; the manifest was changed"
                + " after it was published: publish it again)",
            place, other.id().shortForm(), bundle.id().shortForm());
  }

  @Test
  void aBundleUnderAnotherIdIsRefused() throws IOException {
    String another = "0".repeat(64);
    Path moved = Files.move(place, place.resolveSibling(another));
    assertThatThrownBy(() -> registry.open(SampleBundle.NAME, new BundleId(another)))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: manifest.pb is the manifest of bundle %s (expected 000000000000; the manifest was"
                + " changed after it was published: publish it again)",
            moved, bundle.id().shortForm());
  }

  @Test
  void aBundleInTheFolderOfAnotherModelIsRefused() throws IOException {
    Path telco = Files.createDirectory(root.resolve("telco"));
    Path moved = Files.move(place, telco.resolve(bundle.id().value()));
    assertThatThrownBy(() -> registry.open(new ModelName("telco"), bundle.id()))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: is a bundle of model online-shop (expected one of model telco; move it to the"
                + " folder of its model)",
            moved);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      List<Path> list = files.sorted().toList();
      assertThat(list).hasSize(11);
      return list;
    }
  }

  private void assertLinkRefused(String name) {
    assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: is a folder or a link (expected a plain file; take it out of the bundle)",
            place.resolve(name));
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
        .isInstanceOf(BundleException.class)
        .hasMessage("%s: %s", place, message);
  }
}
