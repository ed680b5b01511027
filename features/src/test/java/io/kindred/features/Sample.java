package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A shop in Stockholm, and short ways to write what its customers do.
final class Sample {
  static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

  static final AttributeDefinition AGE =
      new AttributeDefinition("age", Basis.DEMOGRAPHIC, AttributeDefinition.Type.NUMBER, 0, 0);
  static final AttributeDefinition COUNTRY =
      new AttributeDefinition("country", Basis.GEOGRAPHIC, AttributeDefinition.Type.CATEGORY, 0, 0);
  static final AttributeDefinition THRIFT =
      new AttributeDefinition("thrift", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.SCALE, 1, 5);
  static final AttributeDefinition MEMBER =
      new AttributeDefinition("member", Basis.SITUATIONAL, AttributeDefinition.Type.YES_NO, 0, 0);

  static final FeatureSchema SCHEMA =
      FeatureSchema.complete(
          STOCKHOLM, "SEK", attributes(), List.of("books", "garden"), List.of("web", "store"));

  static final AttributeDefinition INTERESTS =
      new AttributeDefinition(
          "interests", Basis.PSYCHOGRAPHIC, AttributeDefinition.Type.MULTI_VALUE, 0, 0);
  static final AttributeDefinition BIRTHDAY =
      new AttributeDefinition("birthday", Basis.DEMOGRAPHIC, AttributeDefinition.Type.DATE, 0, 0);

  /// Of every family and every type of attribute; its words are those of {@link RandomHistory}.
  static final FeatureSchema EVERYTHING =
      FeatureSchema.complete(STOCKHOLM, "SEK", everyAttribute(), everyWord(), List.of(), false);

  private Sample() {}

  static SequencedMap<AttributeDefinition, List<String>> attributes() {
    SequencedMap<AttributeDefinition, List<String>> words = new LinkedHashMap<>();
    words.put(AGE, List.of());
    words.put(COUNTRY, List.of("se", "no"));
    words.put(THRIFT, List.of());
    words.put(MEMBER, List.of());
    return words;
  }

  private static SequencedMap<AttributeDefinition, List<String>> everyAttribute() {
    SequencedMap<AttributeDefinition, List<String>> words = attributes();
    words.put(INTERESTS, List.of("chess", "wine"));
    words.put(BIRTHDAY, List.of());
    return words;
  }

  private static Map<WordFamily, List<String>> everyWord() {
    Map<WordField, List<String>> byField = new EnumMap<>(WordField.class);
    byField.put(WordField.CATEGORY, List.of("books", "garden"));
    byField.put(WordField.PRODUCT, List.of("novel", "spade"));
    byField.put(WordField.CHANNEL, List.of("web", "store", "email"));
    byField.put(WordField.STORE, List.of("Malmö 2"));
    byField.put(WordField.DEVICE, List.of("mobile", "desktop"));
    byField.put(WordField.REFERRER, List.of("search"));
    byField.put(WordField.PLAN, List.of("basic", "pro"));
    byField.put(WordField.NAME, List.of("webinar", "quiz"));
    Map<WordFamily, List<String>> byFamily = new EnumMap<>(WordFamily.class);
    for (WordFamily family : WordFamily.values()) {
      byFamily.put(family, byField.getOrDefault(family.field(), List.of()));
    }
    return byFamily;
  }

  /// A moment such as `2026-03-29T02:30` by the clocks in Stockholm.
  static Instant at(String localTime) {
    return LocalDateTime.parse(localTime).atZone(STOCKHOLM).toInstant();
  }

  /// Noon of a day such as `2026-03-29`.
  static Instant noon(String day) {
    return at(day + "T12:00");
  }

  static Instant endOf(String day) {
    return AsOf.endOf(LocalDate.parse(day), STOCKHOLM);
  }

  static Order order(String id, String day, double amount) {
    return new Order(id, noon(day), amount, 1, "", "", "");
  }

  static Return refund(String id, String day, double amount) {
    return new Return(id, noon(day), amount, 1);
  }

  static Visit visit(String id, String day, double pages) {
    return new Visit(id, noon(day), "web", pages);
  }

  static History history(Event... events) {
    return History.of(List.of(events), List.of());
  }

  /// A feature's value at the end of a day.
  static float value(String feature, String day, Event... events) {
    return value(feature, day, history(events));
  }

  static float value(String feature, String day, History history) {
    return new Featurizer(SCHEMA).row(history, endOf(day))[SCHEMA.indexOf(feature)];
  }
}
