package io.kindred.features;

import java.util.Locale;

/// Attributes as columns: numbers, scale points and yes/no as they are, a word as one column per
/// word.
final class AttributeFeatures {
  private AttributeFeatures() {}

  /// The column of an attribute that is not a category.
  static FeatureDefinition of(AttributeDefinition attribute) {
    MeasurementScale scale =
        switch (attribute.type()) {
          case NUMBER -> MeasurementScale.CONTINUOUS;
          case SCALE -> MeasurementScale.ORDERED;
          case YES_NO -> MeasurementScale.YES_NO;
          case DATE -> MeasurementScale.CONTINUOUS;
          case MULTI_VALUE, CATEGORY ->
              throw new IllegalArgumentException(
                  "attribute %s is a category (expected one column per word)"
                      .formatted(attribute.name()));
        };
    String unit =
        attribute.type() == AttributeDefinition.Type.SCALE
            ? "%d to %d".formatted(attribute.lowest(), attribute.highest())
            : attribute.type().name().toLowerCase(Locale.ROOT);
    return new FeatureDefinition(
        new Feature(
            FeatureNames.ATTRIBUTE + attribute.name(),
            attribute.basis(),
            scale,
            unit,
            "Attribute %s; unknown until it is learned.".formatted(attribute.name())),
        activity -> number(activity, attribute));
  }

  /// The column that says whether a category attribute has this word.
  static FeatureDefinition is(AttributeDefinition attribute, String word) {
    return new FeatureDefinition(
        new Feature(
            FeatureNames.ATTRIBUTE + attribute.name() + "=" + word,
            attribute.basis(),
            MeasurementScale.YES_NO,
            "yes_no",
            "Whether %s is %s; unknown until it is learned.".formatted(attribute.name(), word)),
        activity -> equality(activity, attribute, word));
  }

  private static double equality(Activity activity, AttributeDefinition attribute, String word) {
    AttributeValue value = activity.attributes.get(attribute.name());
    if (value == null) {
      return Double.NaN;
    }
    attribute.check(value);
    return value.equals(new AttributeValue.Category(word)) ? 1 : 0;
  }

  private static double number(Activity activity, AttributeDefinition attribute) {
    AttributeValue value = activity.attributes.get(attribute.name());
    if (value == null) {
      return Double.NaN;
    }
    attribute.check(value);
    return switch (value) {
      case AttributeValue.Quantity quantity -> quantity.value();
      case AttributeValue.ScalePoint point -> point.value();
      case AttributeValue.YesNo yesNo -> yesNo.value() ? 1 : 0;
      case AttributeValue.Category _ ->
          throw new IllegalStateException("checked above: not a category");
      case AttributeValue.Words _ -> throw new IllegalStateException("checked above: not words");
      case AttributeValue.Day day -> activity.daysSince(day.value());
    };
  }
}
