package io.kindred.features;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
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

  private Sample() {}

  static SequencedMap<AttributeDefinition, List<String>> attributes() {
    SequencedMap<AttributeDefinition, List<String>> words = new LinkedHashMap<>();
    words.put(AGE, List.of());
    words.put(COUNTRY, List.of("se", "no"));
    words.put(THRIFT, List.of());
    words.put(MEMBER, List.of());
    return words;
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
