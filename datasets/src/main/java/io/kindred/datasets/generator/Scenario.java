package io.kindred.datasets.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.datasets.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whose customers are made.
public enum Scenario {
  /// The first demo's shop: orders, returns, visits, carts, e-mails, a profile and a survey.
  BASIC_SHOP,
  /// An online shop with everything that the reader knows.
  SHOP,
  /// Software subscriptions sold to companies: accounts with contacts.
  BUSINESS,
  /// Films and music by subscription, with some to buy beside it.
  SUBSCRIPTIONS,
  /// Meals ordered by telephone screen, often and in a rhythm.
  FOOD_DELIVERY;

  /// As people write it: `basic-shop`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Scenario> of(String word) {
    return Stream.of(values()).filter(scenario -> scenario.word().equals(word)).findFirst();
  }

  ScenarioDefinition definition() {
    return Optional.ofNullable(Definitions.ALL.get(this)).orElseThrow();
  }

  private static ScenarioDefinition read(Scenario scenario) {
    String file = scenario.word() + ".yaml";
    try (InputStream bytes = Scenario.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("no %s beside the classes".formatted(file));
      }
      return YamlFile.parse(
          file, new String(bytes.readAllBytes(), UTF_8), ScenarioDefinition.class, "a scenario");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s".formatted(file), e);
    }
  }

  /// Read when the first is asked for.
  private static final class Definitions {
    static final Map<Scenario, ScenarioDefinition> ALL = new EnumMap<>(Scenario.class);

    static {
      for (Scenario scenario : values()) {
        ALL.put(scenario, read(scenario));
      }
    }
  }
}
