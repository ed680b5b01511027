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
      new BundleId("b94bc9c51a584b44cbfad5b578824242043f6827544333e1d13f1a671670e78a");

  @Test
  void aBundleOfFormatThreeLoads() throws IOException {
    Registry registry = new Registry(Path.of("src", "test", "resources", "registry"));
    Bundle bundle = registry.open(SampleBundle.NAME, FORMAT_3);
    assertThat(bundle.contents()).isEqualTo(SampleBundle.contents());
    assertThat(registry.current(SampleBundle.NAME)).isEqualTo(FORMAT_3);
  }
}
