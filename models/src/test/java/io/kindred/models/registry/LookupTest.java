package io.kindred.models.registry;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindred.models.BundleException;
import io.kindred.models.SampleBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupTest {
  @TempDir Path folder;

  @Test
  void aFolderThatIsNotThereIsToldWithWhatToDo() {
    Path none = folder.resolve("none");
    refused(
        none,
        "%s: there is no such folder (expected one with a bundle of model online-shop; train one with `kindred train`, or name the folder with --registry)"
            .formatted(none));
  }

  @Test
  void aModelWithoutBundlesIsToldWithWhatToDo() {
    refused(
        folder,
        "%s: no bundle of model online-shop is published there (expected one; train one with `kindred train`)"
            .formatted(folder));
  }

  private static void refused(Path root, String message) {
    for (Optional<String> beginning : List.of(Optional.<String>empty(), Optional.of("a1"))) {
      assertThatExceptionOfType(BundleException.class)
          .isThrownBy(() -> Lookup.bundle(new Registry(root), SampleBundle.NAME, beginning))
          .withMessage(message);
    }
  }
}
