package io.kindred.datasets;

import io.kindred.features.AsOf;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes customers of an online shop whose truth is known.
///
/// Orders are a Poisson process for as long as the customer lives, without seasons, each customer
/// with a rate of their own and an exponential lifetime (Schmittlein, Morrison & Colombo 1987), so
/// that {@link Truth} is exact and not estimated. Segments differ in everything: rates, money,
/// categories, channels, discounts, returns, visits, e-mails, profile and survey.
public final class Generator {
  static final List<String> COUNTRIES = List.of("Sweden", "Norway", "Denmark", "Finland");
  static final List<AttributeDefinition> ATTRIBUTES =
      Stream.concat(
              Stream.of(
                  attribute("age", Basis.DEMOGRAPHIC, AttributeDefinition.Type.NUMBER),
                  attribute("household", Basis.DEMOGRAPHIC, AttributeDefinition.Type.CATEGORY),
                  attribute("country", Basis.GEOGRAPHIC, AttributeDefinition.Type.CATEGORY),
                  attribute("device", Basis.TECHNOGRAPHIC, AttributeDefinition.Type.CATEGORY),
                  attribute("newsletter", Basis.BEHAVIOURAL, AttributeDefinition.Type.YES_NO)),
              SyntheticSegment.QUESTIONS.stream()
                  .map(question ->
                      new AttributeDefinition(
                          question, Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.SCALE, 1, 5)))
          .toList();

  private Generator() {}

  /// A pure function of the options.
  public static GeneratedCustomers generate(GeneratorOptions options) {
    Clock clock = Clock.of(options);
    Map<SyntheticSegment, Double> weights = new LinkedHashMap<>();
    SyntheticSegment.ALL.forEach(segment -> weights.put(segment, segment.weight()));
    List<GeneratedCustomer> customers =
        IntStream.rangeClosed(1, options.customers())
            .mapToObj(number -> {
              Draws draws = new Draws(options.seed(), number);
              return new SyntheticLife(number, draws.pick(weights), draws, clock).live();
            })
            .toList();
    return new GeneratedCustomers(options, customers);
  }

  /// Days from the first day's beginning, and back to moments.
  record Clock(Instant start, Instant asOf, double lastDayEnd, double horizonEnd) {
    private static final double SECONDS_A_DAY = 86_400;

    static Clock of(GeneratorOptions options) {
      Instant start = options.firstDay().atStartOfDay(options.zone()).toInstant();
      Instant asOf = AsOf.endOf(options.lastDay(), options.zone());
      Instant horizonEnd = AsOf.plusDays(asOf, options.horizonDays(), options.zone());
      return new Clock(start, asOf, days(start, asOf), days(start, horizonEnd));
    }

    /// Whole seconds; the moment of an event at or before the last day's end is so too.
    Instant moment(double day) {
      return start.plusSeconds((long) Math.floor(day * SECONDS_A_DAY));
    }

    double horizonDays() {
      return horizonEnd - lastDayEnd;
    }

    private static double days(Instant start, Instant end) {
      return Math.ceil(Duration.between(start, end).toNanos() / 1e9) / SECONDS_A_DAY;
    }
  }

  private static AttributeDefinition attribute(
      String name, Basis basis, AttributeDefinition.Type type) {
    return new AttributeDefinition(name, basis, type, 0, 0);
  }
}
