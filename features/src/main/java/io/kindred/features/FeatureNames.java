package io.kindred.features;

import java.util.List;

/// Names of features that other code asks for by name.
public final class FeatureNames {
  public static final String DAYS_SINCE_LAST_ORDER = "days_since_last_order";
  public static final String DAYS_SINCE_FIRST_ORDER = "days_since_first_order";
  public static final String REPEAT_PURCHASE_DAYS = "repeat_purchase_days";
  public static final String REPEAT_PURCHASE_DAY_VALUE = "repeat_purchase_day_value";

  /// Begins the names of the columns that say how far a customer has come, one per stage.
  public static final String JOURNEY_STAGE = "journey_stage:";

  /// Begins the names of the columns of attributes.
  public static final String ATTRIBUTE = "attribute:";

  /// Begins the names of features of a contact's account.
  public static final String ACCOUNT = "account:";

  /// Whether a feature is a column of an attribute, the customer's or the account's.
  public static boolean isOf(String feature, AttributeDefinition attribute) {
    String own = feature.startsWith(ACCOUNT) ? feature.substring(ACCOUNT.length()) : feature;
    String column = ATTRIBUTE + attribute.name();
    return own.equals(column) || own.startsWith(column + "=");
  }

  /// The features of which exactly one is yes of every customer of whom anything was seen.
  public static List<String> journeyStages() {
    return JourneyFeatures.definitions().stream()
        .map(definition -> definition.feature().name())
        .filter(name -> name.startsWith(JOURNEY_STAGE))
        .toList();
  }

  private FeatureNames() {}
}
