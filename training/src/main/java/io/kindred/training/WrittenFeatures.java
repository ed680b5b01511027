package io.kindred.training;

import io.kindred.features.DeclaredFeature;
import io.kindred.features.EventKind;
import io.kindred.features.NearestName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys under `features` of a training file.
record WrittenFeatures(@Nullable List<String> leaveOut, @Nullable List<Declared> add) {
  private static final String ORDER_LINE = "order_line";

  FeatureOptions options() {
    return new FeatureOptions(
        add == null ? List.of() : add.stream().map(Declared::feature).toList(),
        leaveOut == null ? List.of() : leaveOut);
  }

  /// One declared feature.
  record Declared(
      @Nullable String name,
      @Nullable List<String> kind,
      @Nullable Map<String, List<String>> where,
      @Nullable Integer days,
      @Nullable String aggregate,
      @Nullable String of) {
    Declared {
      // Refused here, the error has the place of the entry in the file.
      var _ = feature(name, kind, where, days, aggregate, of);
    }

    DeclaredFeature feature() {
      return feature(name, kind, where, days, aggregate, of);
    }

    private static DeclaredFeature feature(
        @Nullable String name,
        @Nullable List<String> kinds,
        @Nullable Map<String, List<String>> where,
        @Nullable Integer days,
        @Nullable String aggregate,
        @Nullable String of) {
      if (name == null || kinds == null || aggregate == null) {
        throw new IllegalArgumentException(
            "%s is missing (expected name, kind and aggregate, such as {name: web_orders, kind: order, where: {channel: web}, aggregate: count})"
                .formatted(name == null ? "name" : kinds == null ? "kind" : "aggregate"));
      }
      if (days != null && days < 1) {
        throw new IllegalArgumentException(
            "feature %s looks %d days back (expected 1 or more; leave days out for all time)"
                .formatted(name, days));
      }
      return new DeclaredFeature(
          name,
          kinds(name, kinds),
          kinds.contains(ORDER_LINE),
          where == null ? new TreeMap<>() : new TreeMap<>(where),
          days == null ? 0 : days,
          aggregate(name, aggregate),
          of == null ? "" : of);
    }

    private static Set<EventKind> kinds(String name, List<String> words) {
      Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
      for (String word : words) {
        kinds.add(
            word.equals(ORDER_LINE)
                ? EventKind.ORDER
                : EventKind.of(word)
                    .orElseThrow(() ->
                        new IllegalArgumentException(
                            "feature %s has kind: %s (expected one of %s, %s; did you mean %s?)"
                                .formatted(
                                    name,
                                    word,
                                    DeclaredFeature.kindWords(),
                                    ORDER_LINE,
                                    nearest(
                                        word,
                                        Stream.of(EventKind.values()).map(EventKind::word))))));
      }
      if (words.contains(ORDER_LINE) && words.size() > 1) {
        throw new IllegalArgumentException(
            "feature %s counts lines of orders and other events (expected kind: order_line alone)"
                .formatted(name));
      }
      return kinds;
    }

    private static DeclaredFeature.Aggregate aggregate(String name, String word) {
      return Arrays.stream(DeclaredFeature.Aggregate.values())
          .filter(
              aggregate -> DeclaredFeature.word(aggregate).equals(word.toLowerCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "feature %s has aggregate: %s (expected one of %s; did you mean %s?)"
                      .formatted(
                          name,
                          word,
                          aggregates().collect(Collectors.joining(", ")),
                          nearest(word, aggregates()))));
    }

    private static Stream<String> aggregates() {
      return Arrays.stream(DeclaredFeature.Aggregate.values()).map(DeclaredFeature::word);
    }

    private static String nearest(String word, Stream<String> known) {
      return NearestName.to(word, known.toList()).orElseThrow();
    }
  }
}
