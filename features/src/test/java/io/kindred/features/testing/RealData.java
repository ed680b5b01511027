package io.kindred.features.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/// Public data sets that tests read and that the project may not redistribute.
///
/// They lie in `shared/data` beside the checkout, or where the environment variable
/// `KINDRED_REAL_DATA` says. Where they are missing the test is reported as skipped, but under
/// continuous integration (`CI` is set) it fails.
public final class RealData {
  private RealData() {}

  public static Path file(String name) {
    Path file = folder().resolve(name);
    if (!Files.exists(file) && System.getenv("CI") == null) {
      abort("real data is missing: %s (set KINDRED_REAL_DATA to its folder)".formatted(name));
    }
    assertThat(file).as("real data").exists();
    return file;
  }

  private static Path folder() {
    String configured = System.getenv("KINDRED_REAL_DATA");
    return configured == null
        ? Path.of("..", "..", "shared", "data").toAbsolutePath().normalize()
        : Path.of(configured);
  }
}
