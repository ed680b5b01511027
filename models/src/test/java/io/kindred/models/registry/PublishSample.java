package io.kindred.models.registry;

import io.kindred.models.Bundle;
import io.kindred.models.SampleBundle;
import java.io.IOException;
import java.nio.file.Path;

/// Publishes {@link SampleBundle} to a registry, such as `src/test/resources/registry` where the
/// format or the formulas changed, and prints its id.
public final class PublishSample {
  private PublishSample() {}

  public static void main(String[] arguments) throws IOException {
    Registry registry = new Registry(Path.of(arguments[0]));
    registry.publish(SampleBundle.contents());
    Bundle bundle = registry.openCurrent(SampleBundle.NAME);
    System.out.println(bundle.id().value());
  }
}
