package io.kindred.features;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// The sums that a set of features needs, over one customer's columns as of a moment, in one pass.
///
/// Formulas ask for their sums when they are bound, and two that ask for the same share it; a sum
/// that no feature asked for costs nothing. Not for several threads.
final class Fold {
  private static final int NEVER = Integer.MIN_VALUE;

  private final Vocabulary vocabulary = new Vocabulary();
  private final LocalDays localDays;
  private final EventColumns columns;
  private final KnownAttributes attributes;
  private final Map<Object, Accumulator> accumulators = new LinkedHashMap<>();
  private final DoubleSupplier[] formulas;
  private final Accumulator[][] byKind = new Accumulator[EventColumns.LINE + 1][];
  private final Accumulator[] all;
  private int today;
  private int firstAge = NEVER;

  Fold(ZoneId zone, List<AttributeDefinition> definitions, List<FeatureDefinition> features) {
    localDays = new LocalDays(zone);
    // Words that formulas name get their numbers before the first customer's words do.
    columns = new EventColumns(vocabulary, definitions);
    attributes = new KnownAttributes(definitions, columns);
    formulas =
        features.stream()
            .map(feature -> feature.formula().bind(this))
            .toArray(DoubleSupplier[]::new);
    columns.keepWords();
    all = accumulators.values().toArray(Accumulator[]::new);
    for (int kind = 0; kind < byKind.length; kind++) {
      List<Accumulator> wanting = new ArrayList<>();
      for (Accumulator accumulator : all) {
        if (accumulator.wants(kind)) {
          wanting.add(accumulator);
        }
      }
      byKind[kind] = wanting.toArray(Accumulator[]::new);
    }
  }

  EventColumns columns() {
    return columns;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  KnownAttributes attributes() {
    return attributes;
  }

  /// Adds up what was known at a moment.
  void run(long asOf) {
    columns.finish();
    today = localDays.day(asOf);
    firstAge = NEVER;
    for (Accumulator accumulator : all) {
      accumulator.clear();
    }
    for (int row = 0; row < columns.size && columns.time[row] <= asOf; row++) {
      if (columns.known[row] > asOf) {
        continue;
      }
      int age = today - localDays.day(columns.time[row]);
      firstAge = Math.max(firstAge, age);
      for (Accumulator accumulator : byKind[columns.kind[row]]) {
        accumulator.add(columns, row, age);
      }
    }
    attributes.fold(asOf);
  }

  /// The value of the feature at a place, of the latest run.
  double value(int feature) {
    return formulas[feature].getAsDouble();
  }

  /// Whether no event was known.
  boolean isEmpty() {
    return firstAge == NEVER;
  }

  /// Days since the first event of any kind.
  double daysSinceFirstSeen() {
    return isEmpty() ? Double.NaN : firstAge;
  }

  /// The day of the moment, since 1970-01-01.
  int today() {
    return today;
  }

  Tally tally(EventKind kind) {
    return tally(Kinds.of(kind));
  }

  Tally tally(Kinds kinds) {
    return tally(kinds, Filter.NONE);
  }

  Tally tally(Kinds kinds, Filter filter) {
    return shared(
        List.of("tally", kinds, filter), Tally.class, () -> new Tally(kinds, filter, vocabulary));
  }

  /// The tally of a kind that keeps a window too.
  Tally tally(EventKind kind, int days) {
    return tally(Kinds.of(kind), days);
  }

  Tally tally(Kinds kinds, int days) {
    Tally tally = tally(kinds);
    tally.keep(days);
    return tally;
  }

  WordTally words(Kinds kinds, WordField field) {
    return shared(
        List.of("words", kinds, field), WordTally.class, () -> new WordTally(kinds, field));
  }

  PurchaseDayTally purchaseDays() {
    return shared("purchase days", PurchaseDayTally.class, PurchaseDayTally::new);
  }

  SubscriptionTally subscription() {
    return shared("subscription", SubscriptionTally.class, SubscriptionTally::new);
  }

  OrderTimes orderTimes() {
    return shared("order times", OrderTimes.class, () -> new OrderTimes(localDays));
  }

  SinceLastOrder sinceLastOrder() {
    return shared("since last order", SinceLastOrder.class, SinceLastOrder::new);
  }

  Extremes extremes(Kinds kinds, Filter filter, int days, boolean ofQuantity) {
    return shared(
        List.of("extremes", kinds, filter, days, ofQuantity),
        Extremes.class,
        () -> new Extremes(kinds, filter, days, ofQuantity, vocabulary));
  }

  Distinct distinct(Kinds kinds, Filter filter, int days, int slot) {
    return shared(
        List.of("distinct", kinds, filter, days, slot),
        Distinct.class,
        () -> new Distinct(kinds, filter, days, slot, vocabulary));
  }

  private <A extends Accumulator> A shared(Object key, Class<A> type, Supplier<A> make) {
    return type.cast(accumulators.computeIfAbsent(key, _ -> make.get()));
  }
}
