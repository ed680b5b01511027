package io.kindred.training.report;

import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.models.Language;
import io.kindred.models.Persona;
import io.kindred.models.Persona.Trait;
import io.kindred.models.Segment;
import java.util.List;
import java.util.stream.Collectors;

/// A persona as the report shows it; what it does not know is empty.
///
/// @param suggestedName where a person gave another
/// @param unstable whether the segment is too uncertain to plan with
/// @param channels in one line, the largest first
/// @param pastSpend what its customers spent so far, on average
public record PersonaCard(
    String suggestedName,
    String summary,
    String stability,
    boolean unstable,
    List<TraitRow> traits,
    String channels,
    String pastSpend,
    List<TypicalRow> typical) {
  static final PersonaCard NONE = new PersonaCard("", "", "", false, List.of(), "", "", List.of());

  public PersonaCard {
    traits = List.copyOf(traits);
    typical = List.copyOf(typical);
  }

  /// What sets a segment apart.
  ///
  /// @param means its own, its siblings' and everyone's
  public record TraitRow(String text, String means) {}

  /// One thing known of a typical customer.
  public record TypicalRow(String feature, String value) {}

  static PersonaCard of(Segment segment, FeatureSchema schema, Figures figures) {
    Persona persona = segment.persona();
    return new PersonaCard(
        segment.name().given().isPresent() ? segment.name().suggested().in(Language.ENGLISH) : "",
        persona.summary().in(Language.ENGLISH),
        stability(segment, figures),
        segment.unstable(),
        persona.traits().stream().map(trait -> row(trait, schema, figures)).toList(),
        persona.channels().stream()
            .map(channel -> "%s %s".formatted(channel.channel(), figures.percent(channel.share())))
            .collect(Collectors.joining(", ")),
        persona.value().meanPastSpend().isPresent()
            ? figures.money(persona.value().meanPastSpend().getAsDouble())
            : "",
        persona.typical().stream()
            .map(typical -> {
              Feature feature = feature(typical.feature(), schema);
              return new TypicalRow(
                  spoken(feature),
                  feature.scale() == MeasurementScale.YES_NO
                      ? typical.median() >= .5 ? "yes" : "no"
                      : figures.typical(feature, typical.median()));
            })
            .toList());
  }

  private static String stability(Segment segment, Figures figures) {
    String measured =
        segment.stability().isPresent()
            ? "Stability " + figures.threeDigits(segment.stability().getAsDouble())
            : "";
    if (!segment.unstable()) {
      return measured;
    }
    return (measured.isEmpty() ? "Unstable" : measured + ", unstable")
        + ": too uncertain to plan with.";
  }

  private static TraitRow row(Trait trait, FeatureSchema schema, Figures figures) {
    Feature feature = feature(trait.feature(), schema);
    return new TraitRow(
        trait.fromSiblings().text().in(Language.ENGLISH),
        "On average %s; siblings %s, everyone %s."
            .formatted(
                value(feature, trait.mean(), figures),
                value(feature, trait.fromSiblings().mean(), figures),
                value(feature, trait.fromEveryone().mean(), figures)));
  }

  private static String value(Feature feature, double value, Figures figures) {
    return feature.scale() == MeasurementScale.YES_NO
        ? figures.percent(value)
        : figures.typical(feature, value);
  }

  private static Feature feature(String name, FeatureSchema schema) {
    return schema.features().get(schema.indexOf(name));
  }

  private static String spoken(Feature feature) {
    return feature.name().replace('_', ' ').replace(":", ": ");
  }
}
