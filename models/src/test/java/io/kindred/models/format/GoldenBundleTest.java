package io.kindred.models.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.Bundle;
import io.kindred.models.BundleId;
import io.kindred.models.SampleBundle;
import io.kindred.models.registry.Registry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Bundles of the past, which must load for ever.
///
/// They were written by publishing {@link SampleBundle} to `src/test/resources/registry` and lie
/// there as they were. Where formulas change they are refused by their fingerprint, as they must
/// be: then expect the refusal here, and publish the sample anew beside them.
class GoldenBundleTest {
  private static final BundleId FORMAT_1 =
      new BundleId("50bc853b7d1129912ab93a7aa6a966740c1b3a17fc18db95327e5feb38472c60");

  @Test
  void aBundleOfFormatOneLoads() throws IOException {
    Registry registry = new Registry(Path.of("src", "test", "resources", "registry"));
    Bundle bundle = registry.open(SampleBundle.NAME, FORMAT_1);
    assertThat(bundle.contents()).isEqualTo(SampleBundle.contents());
    assertThat(registry.current(SampleBundle.NAME)).isEqualTo(FORMAT_1);
  }
}
