package io.kindred.datasets.generator;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is known of who customers are.
final class Profile {
  /// A table's blank cell says that nothing is known, so that no word at all is nothing known too.
  private static final AttributeValue NO_WORDS = new AttributeValue.Words(new TreeSet<>());

  private final Life life;
  private final Draws draws;
  private final Draws missing;

  Profile(Life life, Draws draws) {
    this.life = life;
    this.draws = draws;
    this.missing = Draws.of(life.options().seed(), life.number(), Draws.Subject.MISSING);
  }

  /// Attributes of the account, or of one of its contacts.
  List<Attribute> attributes(boolean ofAccount) {
    List<Attribute> attributes = new ArrayList<>();
    for (ScenarioDefinition.AttributeGroup group : life.scenario().attributes()) {
      if (group.ofAccount() == ofAccount && (group.share() >= 1 || draws.happens(group.share()))) {
        double since = life.joined();
        if (group.answeredLater()) {
          since += (life.clock().lastDayEnd() - life.joined()) * draws.uniform();
        }
        for (ScenarioDefinition.AttributeSpec spec : group.columns()) {
          Instant moment = life.moment(since);
          value(spec, since)
              .filter(value -> isSaid(spec, value))
              .ifPresent(value -> attributes.add(new Attribute(spec.name(), value, moment)));
        }
      }
    }
    return attributes;
  }

  private Optional<AttributeValue> value(ScenarioDefinition.AttributeSpec spec, double since) {
    SyntheticSegment segment = life.segmentAt(since);
    if (spec.type() == AttributeDefinition.Type.NUMBER && !isKnown(spec)) {
      return Optional.empty();
    }
    AttributeValue value =
        switch (spec.type()) {
          case NUMBER -> new AttributeValue.Quantity(around(spec, segment));
          case CATEGORY -> new AttributeValue.Category(draws.pick(mix(spec, segment)));
          case SCALE -> new AttributeValue.ScalePoint((int) around(spec, segment));
          case YES_NO ->
              new AttributeValue.YesNo(draws.happens(of(segment.chances(), spec.name())));
          case MULTI_VALUE -> words(mix(spec, segment));
          case DATE -> {
            LocalDate joined =
                LocalDate.ofInstant(life.moment(life.joined()), life.options().zone());
            yield new AttributeValue.Day(joined.plusDays((long) around(spec, segment)));
          }
        };
    boolean known = spec.type() == AttributeDefinition.Type.NUMBER || isKnown(spec);
    return known && !value.equals(NO_WORDS) ? Optional.of(value) : Optional.empty();
  }

  private boolean isKnown(ScenarioDefinition.AttributeSpec spec) {
    return spec.known() >= 1 || draws.happens(spec.known());
  }

  /// Whether a known value is said, too, where some are to be missing: with probability `1 - s`
  /// whatever it is, or `1 - 2 s u` where high values hide and it stands at `u` between the lowest
  /// (0) and the highest (1), or `1 - 2 s (1 - u)` where low ones do.
  private boolean isSaid(ScenarioDefinition.AttributeSpec spec, AttributeValue value) {
    double share = life.options().twists().missing();
    if (share == 0) {
      return true;
    }
    double number =
        switch (value) {
          case AttributeValue.Quantity quantity -> quantity.value();
          case AttributeValue.ScalePoint point -> point.value();
          case AttributeValue.Category _,
              AttributeValue.YesNo _,
              AttributeValue.Words _,
              AttributeValue.Day _ ->
              Double.NaN;
        };
    double place = (number - spec.lowest()) / (spec.highest() - spec.lowest());
    return !missing.happens(
        switch (spec.hides()) {
          case NOTHING -> share;
          case LOW -> 2 * share * (1 - place);
          case HIGH -> 2 * share * place;
        });
  }

  /// Rounded, and not beyond the ends.
  private double around(ScenarioDefinition.AttributeSpec spec, SyntheticSegment segment) {
    double drawn = of(segment.means(), spec.name()) + spec.spread() * draws.gaussian();
    return Math.clamp(Math.round(drawn), spec.lowest(), spec.highest());
  }

  private AttributeValue words(Map<String, Double> chances) {
    SortedSet<String> words = new TreeSet<>();
    chances.forEach((word, chance) -> {
      if (draws.happens(chance)) {
        words.add(word);
      }
    });
    return new AttributeValue.Words(words);
  }

  private static Map<String, Double> mix(
      ScenarioDefinition.AttributeSpec spec, SyntheticSegment segment) {
    return segment.words().getOrDefault(spec.name(), spec.words());
  }

  private static double of(Map<String, Double> numbers, String attribute) {
    Double number = numbers.get(attribute);
    if (number == null) {
      throw new IllegalStateException("the scenario says nothing of " + attribute);
    }
    return number;
  }
}
