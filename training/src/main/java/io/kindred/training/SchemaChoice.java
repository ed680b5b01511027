package io.kindred.training;

import io.kindred.datasets.CustomerStream;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureNames;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.WordCounts;
import io.kindred.features.WordFamily;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;

/// Which features a data set gives: every built-in and every declared one, and a column for each
/// common word, less those that were left out and those that say nothing of anyone.
public final class SchemaChoice {
  private static final int MOST_WORDS = 12;
  private static final double LEAST_SHARE = 0.01;

  private SchemaChoice() {}

  /// The schema, from what was known of some customers at a moment.
  ///
  /// @param counted the customers that decide which words are common and which columns say
  ///   something
  public static FeatureSchema of(
      CustomerStream customers,
      Predicate<CustomerId> counted,
      Instant asOf,
      FeatureOptions options) {
    FeatureSchema complete = complete(customers, counted, asOf, options);
    options.checkLeftOut(complete.names(), LifetimeValueModel.FEATURES);
    BatchFeaturizer featurizer = new Featurizer(complete).batch();
    float[] row = new float[complete.size()];
    Columns columns = new Columns(complete.size());
    customers.forEach(
        featurizer,
        customer -> {
          if (counted.test(customer) && !featurizer.isUnknown(asOf)) {
            featurizer.row(asOf, row);
            columns.add(row);
          }
        });
    List<String> kept = new ArrayList<>(LifetimeValueModel.FEATURES);
    for (int i = 0; i < row.length; i++) {
      String name = complete.features().get(i).name();
      if (columns.saysSomething(i) && !options.leavesOut(name)) {
        kept.add(name);
      }
    }
    return complete.only(kept);
  }

  /// Every built-in and declared feature, and a column for each common word.
  public static FeatureSchema complete(
      CustomerStream customers,
      Predicate<CustomerId> counted,
      Instant asOf,
      FeatureOptions options) {
    WordCounts counts = words(customers, counted, asOf);
    Map<WordFamily, List<String>> words = new EnumMap<>(WordFamily.class);
    for (WordFamily family : WordFamily.values()) {
      words.put(family, counts.mostCommon(family, LEAST_SHARE, MOST_WORDS));
    }
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    for (AttributeDefinition attribute : customers.attributes()) {
      attributes.put(attribute, counts.mostCommon(attribute, LEAST_SHARE, MOST_WORDS));
    }
    return FeatureSchema.complete(
        customers.zone(),
        customers.currency(),
        attributes,
        words,
        options.declared(),
        customers.hasAccounts());
  }

  /// As few features as it takes to look at words, the accounts' too.
  private static FeatureSchema withoutWords(CustomerStream customers) {
    String any = FeatureNames.DAYS_SINCE_FIRST_ORDER;
    return FeatureSchema.of(
        customers.zone(),
        customers.currency(),
        customers.attributes(),
        List.of(),
        customers.hasAccounts() ? List.of(any, FeatureNames.ACCOUNT + any) : List.of(any));
  }

  /// The words of all that was ever known of some customers.
  public static WordCounts words(
      CustomerStream customers, Predicate<CustomerId> counted, Instant asOf) {
    BatchFeaturizer featurizer = new Featurizer(withoutWords(customers)).batch();
    WordCounts counts = new WordCounts(customers.attributes());
    customers.forEach(
        featurizer,
        customer -> {
          if (counted.test(customer)) {
            counts.add(featurizer, asOf);
          }
        });
    return counts;
  }

  /// Of each column, whether it is known for at least one of a hundred customers and not the same
  /// for all.
  private static final class Columns {
    private final int[] known;
    private final float[] first;
    private final boolean[] differs;
    private int rows;

    Columns(int size) {
      known = new int[size];
      first = new float[size];
      differs = new boolean[size];
      Arrays.fill(first, Float.NaN);
    }

    void add(float[] row) {
      rows++;
      for (int i = 0; i < row.length; i++) {
        if (!Float.isNaN(row[i])) {
          known[i]++;
          if (Float.isNaN(first[i])) {
            first[i] = row[i];
          }
          differs[i] |= row[i] != first[i];
        }
      }
    }

    boolean saysSomething(int column) {
      return differs[column] && known[column] >= LEAST_SHARE * rows;
    }
  }
}
