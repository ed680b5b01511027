package io.kindred.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.models.Bundle;
import io.kindred.models.BundleException;
import io.kindred.models.ModelName;
import io.kindred.models.SampleBundle;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
  @TempDir Path root;
  private Registry registry;

  @BeforeEach
  void open() {
    registry = new Registry(root);
  }

  @Test
  void whatWasPublishedIsOpened() throws IOException {
    Bundle published = registry.publish(SampleBundle.contents());
    assertThat(registry.openCurrent(SampleBundle.NAME)).isEqualTo(published);
    assertThat(registry.open(SampleBundle.NAME, published.id()).contents())
        .isEqualTo(SampleBundle.contents());
    assertThat(root.resolve("online-shop").resolve("current"))
        .hasContent(published.id().value() + "\n");
    assertThat(registry.names()).containsExactly(SampleBundle.NAME);
    assertThat(registry.root()).isEqualTo(root);
  }

  @Test
  void currentMovesToTheLatestAndEarlierBundlesStay() throws IOException {
    Bundle first = registry.publish(SampleBundle.contents("first"));
    Bundle second = registry.publish(SampleBundle.contents("second"));
    assertThat(registry.current(SampleBundle.NAME)).isEqualTo(second.id());
    assertThat(registry.ids(SampleBundle.NAME)).containsExactlyInAnyOrder(first.id(), second.id());
    assertThat(registry.open(SampleBundle.NAME, first.id()).contents().report()).isEqualTo("first");
  }

  @Test
  void publishingTheSameAgainLeavesItAndMovesCurrent() throws IOException {
    Bundle first = registry.publish(SampleBundle.contents("first"));
    Path manifest = place(first).resolve("manifest.pb");
    Object file = Files.getAttribute(manifest, "unix:ino");
    registry.publish(SampleBundle.contents("second"));
    assertThat(registry.publish(SampleBundle.contents("first")).id()).isEqualTo(first.id());
    assertThat(registry.current(SampleBundle.NAME)).isEqualTo(first.id());
    assertThat(Files.getAttribute(manifest, "unix:ino")).isEqualTo(file);
    assertThat(registry.ids(SampleBundle.NAME)).hasSize(2);
    assertNothingHalfWritten();
  }

  @Test
  void publishingAgainMendsADamagedBundleAndKeepsTheDamagedFiles() throws IOException {
    Bundle bundle = registry.publish(SampleBundle.contents());
    Files.writeString(place(bundle).resolve("report.html"), "changed");
    registry.publish(SampleBundle.contents());
    assertThat(registry.openCurrent(SampleBundle.NAME)).isEqualTo(bundle);
    try (Stream<Path> entries = Files.list(root.resolve("online-shop"))) {
      List<Path> damaged = entries.filter(entry -> name(entry).startsWith(".damaged-")).toList();
      assertThat(damaged).hasSize(1);
      assertThat(damaged.getFirst().resolve("report.html")).hasContent("changed");
    }
    assertThat(registry.ids(SampleBundle.NAME)).containsExactly(bundle.id());
  }

  @Test
  void aFileInTheBundlesPlaceMakesWay() throws IOException {
    Bundle bundle = registry.publish(SampleBundle.contents());
    Path elsewhere = Files.createTempDirectory(root, "elsewhere");
    Path home = Files.createDirectories(elsewhere.resolve("online-shop"));
    Files.writeString(home.resolve(bundle.id().value()), "in the way");
    Registry other = new Registry(elsewhere);
    assertThat(other.ids(SampleBundle.NAME)).isEmpty();
    other.publish(SampleBundle.contents());
    assertThat(other.openCurrent(SampleBundle.NAME)).isEqualTo(bundle);
  }

  @Test
  void modelsStandBesideEachOther() throws IOException {
    ModelName telco = new ModelName("telco");
    registry.publish(SampleBundle.contents(telco, "telco"));
    registry.publish(SampleBundle.contents());
    Path stray = Files.createDirectory(root.resolve("Not A Model"));
    Files.writeString(stray.resolve("current"), "x");
    Files.createDirectories(root.resolve("empty"));
    assertThat(registry.names()).containsExactly(SampleBundle.NAME, telco);
    assertThat(registry.openCurrent(telco).contents().report()).isEqualTo("telco");
  }

  @Test
  void otherUsersMayReadWhatMayBeReadByDefault() throws IOException {
    Bundle bundle = registry.publish(SampleBundle.contents());
    Path plainFolder = Files.createDirectory(root.resolve("plain"));
    Path plainFile = Files.createFile(plainFolder.resolve("plain"));
    assertThat(permissions(place(bundle))).isEqualTo(permissions(plainFolder));
    assertThat(permissions(place(bundle).resolve("model.onnx"))).isEqualTo(permissions(plainFile));
    assertThat(permissions(root.resolve("online-shop").resolve("current")))
        .isEqualTo(permissions(plainFile));
  }

  @Test
  void manyPublishersAtOnceLeaveEveryBundleWhole() throws Exception {
    List<Callable<Bundle>> publishers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String report = "report " + i % 4;
      publishers.add(() -> registry.publish(SampleBundle.contents(report)));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<Bundle>> published = threads.invokeAll(publishers);
      for (Future<Bundle> bundle : published) {
        assertThat(registry.open(SampleBundle.NAME, bundle.get().id())).isEqualTo(bundle.get());
      }
    }
    assertThat(registry.ids(SampleBundle.NAME)).hasSize(4);
    assertThat(registry.openCurrent(SampleBundle.NAME).contents().report()).startsWith("report");
    assertNothingHalfWritten();
  }

  @Test
  void whoeverReadsWhileOthersPublishSeesAWholeBundle() throws Exception {
    registry.publish(SampleBundle.contents("report 0"));
    try (var thread = Executors.newSingleThreadExecutor()) {
      Future<?> publishing =
          thread.submit(() -> {
            for (int i = 1; i < 40; i++) {
              registry.publish(SampleBundle.contents("report " + i));
            }
            return true;
          });
      while (!publishing.isDone()) {
        assertThat(registry.openCurrent(SampleBundle.NAME).contents().report())
            .startsWith("report");
      }
      publishing.get();
    }
  }

  @Test
  void aFileWhereTheModelsFolderShouldBeIsNamedAndLeft() throws IOException {
    Path file = Files.writeString(root.resolve("online-shop"), "a file");
    assertThatThrownBy(() -> registry.publish(SampleBundle.contents()))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: is a file (expected a folder of the registry; take it away or name another"
                + " registry)",
            file);
    assertThat(file).hasContent("a file");
  }

  @Test
  void whereCurrentCannotBeReplacedTheEarlierStateStays() throws IOException {
    Path home = Files.createDirectories(root.resolve("online-shop"));
    Path current = Files.createDirectories(home.resolve("current").resolve("inside"));
    assertThatThrownBy(() -> registry.publish(SampleBundle.contents()))
        .isInstanceOf(FileSystemException.class);
    assertThat(current).isDirectory();
    assertNothingHalfWritten();
  }

  @Test
  void withoutACurrentBundleTheErrorSaysWhichModelsHaveOne() throws IOException {
    assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: no bundle of model online-shop is published there (expected one; train one with"
                + " `kindred train`)",
            root);
    registry.publish(SampleBundle.contents(new ModelName("telco"), "telco"));
    assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
        .hasMessage(
            "%s: no bundle of model online-shop is published there (expected one; train one with"
                + " `kindred train`; published models: [telco])",
            root);
  }

  @Test
  void aCurrentThatNamesNoBundleIsRefused() throws IOException {
    Bundle bundle = registry.publish(SampleBundle.contents());
    Path current = root.resolve("online-shop").resolve("current");
    Files.writeString(current, "latest\n");
    assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: bundle id is 'latest' (expected 64 hexadecimal digits) (write the id of a bundle"
                + " of this folder into it, or publish again)",
            current);
    Files.write(current, new byte[] {(byte) 0xff});
    assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: is not text (expected the id of a bundle of this folder; publish again)", current);
    String absent = "0".repeat(64);
    Files.writeString(current, absent);
    assertThatThrownBy(() -> registry.openCurrent(SampleBundle.NAME))
        .isInstanceOf(BundleException.class)
        .hasMessage(
            "%s: there is no such bundle (expected one of [%s])",
            current.resolveSibling(absent), bundle.id());
  }

  private Path place(Bundle bundle) {
    return root.resolve("online-shop").resolve(bundle.id().value());
  }

  private void assertNothingHalfWritten() throws IOException {
    try (Stream<Path> entries = Files.list(root.resolve("online-shop"))) {
      assertThat(entries.map(RegistryTest::name)).noneMatch(name -> name.startsWith("."));
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<PosixFilePermission> permissions(Path path) throws IOException {
    return Files.getPosixFilePermissions(path).stream().sorted().toList();
  }
}
