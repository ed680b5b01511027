package io.kindred.datasets.generator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The properties that own events of a scenario have, of whichever name.
final class OwnProperties {
  private OwnProperties() {}

  static List<String> of(GeneratorOptions options) {
    Stream<String> arm = options.twists().experiment() ? Stream.of(Campaign.ARM) : Stream.empty();
    return Stream.concat(
            options.scenario().definition().custom().stream()
                .flatMap(own -> own.properties().keySet().stream()),
            arm)
        .distinct()
        .toList();
  }

  static String mapping(List<String> properties) {
    return properties.stream()
        .map(property -> "%s: %s".formatted(property, property))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
