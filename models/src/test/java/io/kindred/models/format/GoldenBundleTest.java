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
/// They were written by {@link io.kindred.models.registry.PublishSample} to
/// `src/test/resources/registry` and lie there as they were. Formats 1 and 2 were never released.
/// Where formulas change they are refused by their fingerprint, as they must be: then expect the
/// refusal here, and publish the sample anew beside them.
class GoldenBundleTest {
  private static final BundleId FORMAT_3 =
      new BundleId("e44578f0ab69f539ecc9c9a66468ba0e72bc4d1e68b303dd268979cf157d6fda");

  @Test
  void aBundleOfFormatThreeLoads() throws IOException {
    Registry registry = new Registry(Path.of("src", "test", "resources", "registry"));
    Bundle bundle = registry.open(SampleBundle.NAME, FORMAT_3);
    assertThat(bundle.contents()).isEqualTo(SampleBundle.contents());
    assertThat(registry.current(SampleBundle.NAME)).isEqualTo(FORMAT_3);
  }
}
