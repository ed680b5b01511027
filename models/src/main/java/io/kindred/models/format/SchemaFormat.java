package io.kindred.models.format;

import static io.kindred.models.format.HistoryFormat.constant;
import static io.kindred.models.format.HistoryFormat.word;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.models.bundle.v1.Schema;
import java.time.ZoneId;

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
          .setDescription(feature.description());
    }
    return message.build();
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
        message.getFeaturesList().stream()
            .map(feature ->
                new Feature(
                    feature.getName(),
                    constant(Basis.class, feature.getBasis()),
                    constant(MeasurementScale.class, feature.getScale()),
                    feature.getUnit(),
                    feature.getDescription()))
            .toList());
  }
}
