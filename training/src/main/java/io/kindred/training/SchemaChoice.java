package io.kindred.training;

import io.kindred.datasets.Dataset;
import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.features.Order;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Which features a data set gives: every built-in one and a column for each common word, less
/// those that say nothing of anyone.
final class SchemaChoice {
  private static final int MOST_WORDS = 12;
  private static final double LEAST_SHARE = 0.01;

  private SchemaChoice() {}

  /// The schema, from what was known of some customers at a moment.
  static FeatureSchema of(Dataset dataset, List<Customer> customers, Instant asOf) {
    List<Customer> known =
        customers.stream()
            .map(customer -> new Customer(customer.id(), customer.history().asOf(asOf)))
            .filter(customer -> !customer.history().isEmpty())
            .toList();
    SequencedMap<AttributeDefinition, List<String>> attributes = new LinkedHashMap<>();
    for (AttributeDefinition attribute : dataset.attributes()) {
      attributes.put(attribute, words(known, attribute));
    }
    FeatureSchema complete =
        FeatureSchema.complete(
            dataset.zone(),
            dataset.currency(),
            attributes,
            orderWords(known, Order::category),
            orderWords(known, Order::channel));
    FeatureTable table = FeatureTable.of(new Featurizer(complete), known, asOf);
    List<String> kept = new ArrayList<>(LifetimeValueModel.FEATURES);
    for (String feature : complete.names()) {
      if (saysSomething(table.column(feature))) {
        kept.add(feature);
      }
    }
    return complete.only(kept);
  }

  private static List<String> orderWords(List<Customer> customers, Function<Order, String> word) {
    Map<String, Integer> counts = new HashMap<>();
    int orders = 0;
    for (Customer customer : customers) {
      for (Event event : customer.history().events()) {
        if (event instanceof Order order) {
          orders++;
          counts.merge(word.apply(order), 1, Integer::sum);
        }
      }
    }
    counts.remove("");
    return mostCommon(counts, orders);
  }

  private static List<String> words(List<Customer> customers, AttributeDefinition attribute) {
    Map<String, Integer> counts = new HashMap<>();
    for (Customer customer : customers) {
      for (Attribute value : customer.history().attributes()) {
        if (value.name().equals(attribute.name())
            && value.value() instanceof AttributeValue.Category category) {
          counts.merge(category.value(), 1, Integer::sum);
        }
      }
    }
    return mostCommon(counts, customers.size());
  }

  /// The words in at least one of a hundred, most common first, at most a dozen.
  private static List<String> mostCommon(Map<String, Integer> counts, int all) {
    return new TreeMap<>(counts)
        .entrySet().stream()
            .filter(word -> word.getValue() >= LEAST_SHARE * all)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_WORDS)
            .map(Map.Entry::getKey)
            .toList();
  }

  /// Whether a column is known for at least one of a hundred customers and not the same for all.
  private static boolean saysSomething(float[] column) {
    int known = 0;
    boolean differs = false;
    float first = Float.NaN;
    for (float value : column) {
      if (!Float.isNaN(value)) {
        known++;
        if (Float.isNaN(first)) {
          first = value;
        }
        differs |= value != first;
      }
    }
    return differs && known >= LEAST_SHARE * column.length;
  }
}
