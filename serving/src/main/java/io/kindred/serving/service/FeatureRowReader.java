package io.kindred.serving.service;

import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.features.MeasurementScale;
import io.kindred.v1.FeatureRow;
import io.kindred.v1.FeatureValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Feature rows from requests, every bad field of them told.
final class FeatureRowReader {
  private final FeatureSchema schema;
  private final String fingerprint;
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  FeatureRowReader(FeatureSchema schema) {
    this.schema = schema;
    this.fingerprint = schema.fingerprint();
    for (int i = 0; i < schema.size(); i++) {
      columns.put(schema.features().get(i).name(), i);
    }
  }

  /// The row that a message holds, NaN where it is silent.
  ///
  /// @throws Refusal where the row was made for another schema
  float[] read(FeatureRow message, Place place, Violations violations) {
    checkFingerprint(message, place, violations);
    float[] row = new float[schema.size()];
    Arrays.fill(row, Float.NaN);
    Map<Integer, Integer> indexByColumn = new HashMap<>();
    for (int i = 0; i < message.getValuesCount(); i++) {
      FeatureValue value = message.getValues(i);
      Place here = place.item("values", i);
      Integer column = columns.get(value.getName());
      if (column == null) {
        violations.addUnknownName(here.field("name"), "feature", value.getName(), columns.keySet());
        continue;
      }
      Integer earlier = indexByColumn.putIfAbsent(column, i);
      if (earlier != null) {
        violations.add(
            here.field("name"),
            "is that of values[%d] too (expected each feature once)".formatted(earlier));
        continue;
      }
      row[column] = (float) number(value, schema.features().get(column), here, violations);
    }
    return row;
  }

  private void checkFingerprint(FeatureRow message, Place place, Violations violations) {
    String given = message.getSchemaFingerprint();
    if (!given.isEmpty() && !given.equals(fingerprint)) {
      // What else is wrong is told first: it does not hang on the schema.
      violations.refuseIfAny();
      throw Refusal.failedPrecondition(
          "%s is %s (expected %s, the bundle's: compute the row anew with the schema that GetBundle answers)"
              .formatted(place.field("schema_fingerprint").path(), Quoted.of(given), fingerprint));
    }
  }

  private static double number(
      FeatureValue value, Feature feature, Place place, Violations violations) {
    boolean isYesNo = feature.scale() == MeasurementScale.YES_NO;
    return switch (value.getValueCase()) {
      case NUMBER -> {
        double number = Numbers.value(value.getNumber(), place.field("number"), violations);
        if (isYesNo && number != 0 && number != 1) {
          violations.add(
              place.field("number"), "is %s (expected 0 or 1, or yes_no)".formatted(number));
        } else if (feature.scale() == MeasurementScale.SKEWED && number < 0) {
          violations.add(
              place.field("number"),
              "is %s (expected a number >= 0, in %s)".formatted(number, feature.unit()));
        }
        yield number;
      }
      case YES_NO -> {
        if (!isYesNo) {
          violations.add(
              place.field("value"),
              "is a yes_no (expected a number, in %s)".formatted(feature.unit()));
        }
        yield value.getYesNo() ? 1 : 0;
      }
      case CATEGORY -> {
        violations.add(
            place.field("value"),
            "is a category (expected a %s)".formatted(isYesNo ? "yes_no" : "number"));
        yield 0;
      }
      case VALUE_NOT_SET -> {
        violations.add(
            place.field("value"),
            "is missing (expected a %s; leave an unknown feature out)"
                .formatted(isYesNo ? "yes_no" : "number"));
        yield 0;
      }
    };
  }
}
