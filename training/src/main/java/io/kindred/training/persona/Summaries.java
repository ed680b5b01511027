package io.kindred.training.persona;

import io.kindred.features.FeatureNames;
import io.kindred.models.Language;
import io.kindred.models.Persona;
import io.kindred.models.Persona.MeanPropensity;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A persona in a few sentences.
final class Summaries {
  /// The sentences of so many traits, the strongest, are in a summary.
  private static final int TRAITS = 2;

  private static final String ORDER_EVENT = "order";

  private final Population population;

  Summaries(Population population) {
    this.population = population;
  }

  /// The persona with its summary.
  Persona summarised(Persona persona, int customers, double share) {
    Text summary =
        customers < Persona.FEWEST_CUSTOMERS
            ? new Text(
                "Too few customers to tell anything of them.",
                "För få kunder för att något ska kunna sägas om dem.")
            : new Text(
                summary(persona, customers, share, Language.ENGLISH),
                summary(persona, customers, share, Language.SWEDISH));
    return new Persona(
        summary,
        persona.traits(),
        persona.typical(),
        persona.channels(),
        persona.propensities(),
        persona.value());
  }

  private String summary(Persona persona, int customers, double share, Language language) {
    Numbers numbers = new Numbers(language, population.table().schema().currency());
    List<String> sentences = new ArrayList<>();
    sentences.add(size(persona, numbers, customers, share));
    persona.traits().stream()
        .limit(TRAITS)
        .forEach(trait -> sentences.add(trait.fromSiblings().text().in(language)));
    typical(persona.typical(), numbers).ifPresent(sentences::add);
    for (MeanPropensity propensity : persona.propensities()) {
      sentences.add(expected(propensity, numbers));
    }
    return String.join(" ", sentences);
  }

  private static String size(Persona persona, Numbers numbers, int customers, double share) {
    OptionalDouble spend = persona.value().expectedSpendShare();
    String size =
        switch (numbers.language()) {
          case ENGLISH ->
              "%s customers, %s of all".formatted(numbers.count(customers), numbers.percent(share));
          case SWEDISH ->
              "%s kunder, %s av alla".formatted(numbers.count(customers), numbers.percent(share));
        };
    if (spend.isEmpty()) {
      return size + ".";
    }
    return switch (numbers.language()) {
      case ENGLISH ->
          "%s, with %s of the expected spend."
              .formatted(size, numbers.percent(spend.getAsDouble()));
      case SWEDISH ->
          "%s, med %s av de väntade köpen.".formatted(size, numbers.percent(spend.getAsDouble()));
    };
  }

  /// Orders, recency and order value of the typical customer, of whichever is known.
  private static Optional<String> typical(List<TypicalFeature> typical, Numbers numbers) {
    List<String> parts = new ArrayList<>();
    boolean isSwedish = numbers.language() == Language.SWEDISH;
    median(typical, "order_count")
        .ifPresent(orders ->
            parts.add(
                isSwedish
                    ? numbers.plain(orders) + " order"
                    : numbers.plain(orders) + (orders == 1 ? " order" : " orders")));
    median(typical, FeatureNames.DAYS_SINCE_LAST_ORDER)
        .ifPresent(days ->
            parts.add(
                isSwedish
                    ? "senast för %s sedan".formatted(numbers.days(days))
                    : "last %s ago".formatted(numbers.days(days))));
    median(typical, "order_value_mean")
        .ifPresent(value ->
            parts.add(
                isSwedish
                    ? "för %s per order".formatted(numbers.money(value))
                    : "at %s per order".formatted(numbers.money(value))));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s: %s."
                .formatted(
                    isSwedish ? "En typisk kund" : "A typical customer", String.join(", ", parts)));
  }

  private static Optional<Double> median(List<TypicalFeature> typical, String feature) {
    return typical.stream()
        .filter(known -> known.feature().equals(feature))
        .map(TypicalFeature::median)
        .findFirst();
  }

  private String expected(MeanPropensity propensity, Numbers numbers) {
    PropensityTarget target =
        population.targets().propensities().stream()
            .filter(known -> known.name().equals(propensity.target()))
            .findFirst()
            .orElseThrow();
    String share = numbers.percent(propensity.probability());
    int days = target.horizonDays();
    boolean isPurchase = target.event().equals(ORDER_EVENT);
    return switch (numbers.language()) {
      case ENGLISH ->
          isPurchase
              ? "%s are expected to buy within %d days.".formatted(share, days)
              : "Probability of “%s” within %d days: %s.".formatted(target.name(), days, share);
      case SWEDISH ->
          isPurchase
              ? "%s väntas köpa inom %d dagar.".formatted(share, days)
              : "Sannolikhet för ”%s” inom %d dagar: %s.".formatted(target.name(), days, share);
    };
  }
}
