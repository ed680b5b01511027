package io.kindred.models.format;

import static io.kindred.models.format.HistoryFormat.constant;
import static io.kindred.models.format.HistoryFormat.word;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.features.DeclaredFeature;
import io.kindred.features.EventKind;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.models.bundle.v1.Schema;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Feature schemas to and from their messages.
final class SchemaFormat {
  private SchemaFormat() {}

  static Schema toMessage(FeatureSchema schema) {
    Schema.Builder message =
        Schema.newBuilder().setZone(schema.zone().getId()).setCurrency(schema.currency());
    for (AttributeDefinition attribute : schema.attributes()) {
      message
          .addAttributesBuilder()
          .setName(attribute.name())
          .setBasis(word(attribute.basis()))
          .setType(word(attribute.type()))
          .setLowest(attribute.lowest())
          .setHighest(attribute.highest());
    }
    for (Feature feature : schema.features()) {
      message
          .addFeaturesBuilder()
          .setName(feature.name())
          .setBasis(word(feature.basis()))
          .setScale(word(feature.scale()))
          .setUnit(feature.unit())
          .setDescription(feature.description())
          .setUse(word(feature.use()));
    }
    schema.declared().forEach(feature -> message.addDeclared(toMessage(feature)));
    return message.build();
  }

  private static io.kindred.models.bundle.v1.DeclaredFeature toMessage(DeclaredFeature feature) {
    var message =
        io.kindred.models.bundle.v1.DeclaredFeature.newBuilder()
            .setName(feature.name())
            .setLines(feature.lines())
            .setDays(feature.days())
            .setAggregate(word(feature.aggregate()))
            .setOf(feature.of());
    feature.kinds().stream().sorted().forEach(kind -> message.addKinds(word(kind)));
    feature
        .where()
        .forEach((field, words) -> message.addWhereBuilder().setField(field).addAllWords(words));
    return message.build();
  }

  private static DeclaredFeature fromMessage(io.kindred.models.bundle.v1.DeclaredFeature message) {
    SortedMap<String, List<String>> where = new TreeMap<>();
    message
        .getWhereList()
        .forEach(condition -> where.put(condition.getField(), condition.getWordsList()));
    return new DeclaredFeature(
        message.getName(),
        message.getKindsList().stream()
            .map(kind -> constant(EventKind.class, kind))
            .collect(Collectors.toSet()),
        message.getLines(),
        where,
        message.getDays(),
        constant(DeclaredFeature.Aggregate.class, message.getAggregate()),
        message.getOf());
  }

  static FeatureSchema fromMessage(Schema message) {
    return new FeatureSchema(
        ZoneId.of(message.getZone()),
        message.getCurrency(),
        message.getAttributesList().stream()
            .map(attribute ->
                new AttributeDefinition(
                    attribute.getName(),
                    constant(Basis.class, attribute.getBasis()),
                    constant(AttributeDefinition.Type.class, attribute.getType()),
                    attribute.getLowest(),
                    attribute.getHighest()))
            .toList(),
        message.getDeclaredList().stream().map(SchemaFormat::fromMessage).toList(),
        message.getFeaturesList().stream()
            .map(feature ->
                new Feature(
                    feature.getName(),
                    constant(Basis.class, feature.getBasis()),
                    constant(MeasurementScale.class, feature.getScale()),
                    feature.getUnit(),
                    feature.getDescription(),
                    constant(Feature.Use.class, feature.getUse())))
            .toList());
  }
}
