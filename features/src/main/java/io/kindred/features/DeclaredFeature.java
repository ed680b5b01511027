package io.kindred.features;

import static io.kindred.features.FeatureDefinition.behavioural;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A feature that a data scientist declares instead of programming it: of events of some kinds,
/// that pass a filter, in the last so many days, some aggregate.
///
/// @param name of the feature's column: lower-case letters, digits and underscores
/// @param kinds of the events that count
/// @param lines whether lines of orders count instead of orders; only with the kind `order`
/// @param where the words that each field named must have one of; a name that is no field of {@link
///   WordField} is a property of custom events
/// @param days how many days back, the day of the moment included; 0 for all time
/// @param aggregate what is made of them
/// @param of what is aggregated: `amount`, `items`, or, to count different words, a field
public record DeclaredFeature(
    String name,
    Set<EventKind> kinds,
    boolean lines,
    SortedMap<String, List<String>> where,
    int days,
    Aggregate aggregate,
    String of) {
  private static final int MOST_DAYS = 36_500;
  private static final String AMOUNT = "amount";
  private static final String ITEMS = "items";

  /// What is made of the events.
  public enum Aggregate {
    COUNT(false),
    SUM(true),
    MEAN(true),
    LARGEST(true),
    SMALLEST(true),
    /// Of the latest event.
    LATEST(true),
    /// How many different words.
    DISTINCT(true),
    /// How many different days.
    DAYS(false),
    DAYS_SINCE_FIRST(false),
    DAYS_SINCE_LAST(false),
    /// Of the events of these kinds, the share that passes the filter.
    SHARE(false);

    private final boolean needsField;

    Aggregate(boolean needsField) {
      this.needsField = needsField;
    }
  }

  public DeclaredFeature {
    kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
    where = new TreeMap<>(where);
    where.replaceAll((_, words) -> words.stream().distinct().sorted().toList());
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "feature name is \"%s\" (expected lower-case letters, digits and underscores)"
              .formatted(name));
    }
    if (kinds.isEmpty()) {
      throw refusal(
          name, "has no kind of event (expected one or more of %s)".formatted(kindWords()));
    }
    if (lines && !kinds.equals(Set.of(EventKind.ORDER))) {
      throw refusal(name, "counts lines of what is no order (expected only the kind order)");
    }
    if (days < 0 || days > MOST_DAYS) {
      throw refusal(
          name,
          "looks %d days back (expected 1 to %d, or 0 for all time)".formatted(days, MOST_DAYS));
    }
    if (aggregate.needsField != !of.isEmpty()) {
      throw refusal(
          name,
          aggregate.needsField
              ? "does not say what to take the %s of (expected of: amount or items, or a field to count different words)"
                  .formatted(word(aggregate))
              : "says of: %s, but %s counts events (expected no of)"
                  .formatted(of, word(aggregate)));
    }
    checkField(name, kinds, aggregate, of);
    for (Map.Entry<String, List<String>> condition : where.entrySet()) {
      checkCondition(name, kinds, condition.getKey(), condition.getValue());
    }
    if (aggregate == Aggregate.SHARE && where.isEmpty()) {
      throw refusal(name, "is a share of everything (expected where: a filter)");
    }
  }

  /// The words of the kinds of event.
  public static String kindWords() {
    return Stream.of(EventKind.values()).map(EventKind::word).collect(Collectors.joining(", "));
  }

  /// As people write it: `days_since_last`.
  public static String word(Aggregate aggregate) {
    return aggregate.name().toLowerCase(Locale.ROOT);
  }

  FeatureDefinition definition() {
    return behavioural(name, scale(), unit(), description(), this::bind);
  }

  private DoubleSupplier bind(Fold fold) {
    Kinds chosen = lines ? Kinds.orderLines() : Kinds.of(kinds);
    Filter filter = filter();
    int window = days == 0 ? Extremes.LIFE : days;
    boolean ofQuantity = of.equals(ITEMS);
    return switch (aggregate) {
      case COUNT -> {
        Tally tally = tally(fold, chosen, filter);
        yield () -> count(tally);
      }
      case SUM -> {
        Tally tally = tally(fold, chosen, filter);
        yield () -> sum(tally, ofQuantity);
      }
      case MEAN -> {
        Tally tally = tally(fold, chosen, filter);
        yield () -> count(tally) == 0 ? Double.NaN : sum(tally, ofQuantity) / count(tally);
      }
      case LARGEST -> fold.extremes(chosen, filter, window, ofQuantity)::largest;
      case SMALLEST -> fold.extremes(chosen, filter, window, ofQuantity)::smallest;
      case LATEST -> fold.extremes(chosen, filter, window, ofQuantity)::last;
      case DISTINCT ->
          fold.distinct(chosen, filter, window, WordField.of(of).orElseThrow().slot())::count;
      case DAYS -> fold.distinct(chosen, filter, window, Distinct.DAYS)::count;
      case DAYS_SINCE_FIRST -> {
        Tally tally = tally(fold, chosen, filter);
        yield () -> days == 0 ? tally.daysSinceFirst() : tally.daysSinceFirstWithin(days);
      }
      case DAYS_SINCE_LAST -> {
        Tally tally = tally(fold, chosen, filter);
        yield () -> days == 0 || tally.daysSinceLast() < days ? tally.daysSinceLast() : Double.NaN;
      }
      case SHARE -> {
        Tally passed = tally(fold, chosen, filter);
        Tally all = tally(fold, chosen, Filter.NONE);
        yield () -> Ratio.of(count(passed), count(all));
      }
    };
  }

  private Tally tally(Fold fold, Kinds chosen, Filter filter) {
    Tally tally = fold.tally(chosen, filter);
    if (days > 0) {
      tally.keep(days);
    }
    return tally;
  }

  private int count(Tally tally) {
    return days == 0 ? tally.count() : tally.countWithin(days);
  }

  private double sum(Tally tally, boolean ofQuantity) {
    if (ofQuantity) {
      return days == 0 ? tally.quantity() : tally.quantityWithin(days);
    }
    return days == 0 ? tally.amount() : tally.amountWithin(days);
  }

  private Filter filter() {
    return new Filter(
        where.entrySet().stream()
            .map(condition ->
                field(kinds, condition.getKey())
                    .map(field -> new Filter.Condition(field.slot(), condition.getValue()))
                    .orElseGet(() ->
                        new Filter.Condition(
                            Filter.Condition.PROPERTY,
                            condition.getValue().stream()
                                .map(word -> CustomEvent.propertyWord(condition.getKey(), word))
                                .toList())))
            .toList());
  }

  private MeasurementScale scale() {
    return switch (aggregate) {
      case SHARE -> MeasurementScale.CONTINUOUS;
      case SUM, MEAN, LARGEST, SMALLEST, LATEST ->
          // Only the value of an own event may be below 0.
          kinds.contains(EventKind.CUSTOM) ? MeasurementScale.CONTINUOUS : MeasurementScale.SKEWED;
      case COUNT, DISTINCT, DAYS, DAYS_SINCE_FIRST, DAYS_SINCE_LAST -> MeasurementScale.SKEWED;
    };
  }

  private String unit() {
    return switch (aggregate) {
      case COUNT -> "events";
      case SUM, MEAN, LARGEST, SMALLEST, LATEST -> of.equals(AMOUNT) ? "currency" : "pieces";
      case DISTINCT -> of;
      case DAYS, DAYS_SINCE_FIRST, DAYS_SINCE_LAST -> "days";
      case SHARE -> "share";
    };
  }

  private String description() {
    StringBuilder text = new StringBuilder("Declared: ").append(word(aggregate).replace('_', ' '));
    if (!of.isEmpty()) {
      text.append(" of ").append(of);
    }
    text.append(", of ")
        .append(
            lines
                ? "lines of orders"
                : kinds.stream().sorted().map(EventKind::word).collect(Collectors.joining(", ")));
    where.forEach(
        (field, words) -> text.append(", %s %s".formatted(field, String.join(" or ", words))));
    return text.append(days == 0 ? "." : ", in the last %d days.".formatted(days)).toString();
  }

  private static void checkField(
      String name, Set<EventKind> kinds, Aggregate aggregate, String of) {
    if (aggregate == Aggregate.DISTINCT) {
      WordField field =
          WordField.of(of)
              .orElseThrow(() ->
                  refusal(
                      name,
                      "counts different %s (expected one of %s)".formatted(of, fields(kinds))));
      checkCarried(name, kinds, field);
    } else if (aggregate.needsField && !of.equals(AMOUNT) && !of.equals(ITEMS)) {
      throw refusal(
          name,
          "takes the %s of %s (expected of: amount, or items for pieces and pages)"
              .formatted(word(aggregate), of));
    }
  }

  private static void checkCondition(
      String name, Set<EventKind> kinds, String field, List<String> words) {
    if (words.isEmpty()) {
      throw refusal(name, "has where: %s without a word (expected one or more)".formatted(field));
    }
    field(kinds, field)
        .ifPresentOrElse(
            known -> checkCarried(name, kinds, known),
            () -> {
              if (!kinds.equals(Set.of(EventKind.CUSTOM))) {
                throw refusal(
                    name, "has where: %s (expected one of %s)".formatted(field, fields(kinds)));
              }
            });
  }

  private static void checkCarried(String name, Set<EventKind> kinds, WordField field) {
    for (EventKind kind : kinds) {
      if (!field.kinds().contains(kind)) {
        throw refusal(
            name,
            "asks for the %s of %s, which has none (expected one of %s)"
                .formatted(field.word(), kind.word(), fields(kinds)));
      }
    }
  }

  /// The field of this name; none where custom events have a property of the name.
  private static Optional<WordField> field(Set<EventKind> kinds, String name) {
    Optional<WordField> field = WordField.of(name);
    return kinds.equals(Set.of(EventKind.CUSTOM))
        ? field.filter(known -> known == WordField.NAME)
        : field;
  }

  /// The fields that all kinds carry.
  private static String fields(Set<EventKind> kinds) {
    return Arrays.stream(WordField.values())
        .filter(field -> field.kinds().containsAll(kinds))
        .map(WordField::word)
        .collect(Collectors.joining(", "));
  }

  private static IllegalArgumentException refusal(String name, String what) {
    return new IllegalArgumentException("feature %s %s".formatted(name, what));
  }
}
