package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Customer;
import java.time.ZoneId;
import java.util.List;

/// Customers with all that the files say of them.
///
/// @param zone where calendar days begin and end
/// @param currency of every amount; empty where there is no money
/// @param attributes in the order in which the mapping declares them
/// @param customers by id, each once
public record Dataset(
    String name,
    ZoneId zone,
    String currency,
    List<AttributeDefinition> attributes,
    List<Customer> customers,
    DatasetSummary summary) {
  public Dataset {
    attributes = List.copyOf(attributes);
    customers = List.copyOf(customers);
  }

  /// The same customers with only these attributes declared; they keep all their values.
  public Dataset withAttributes(List<AttributeDefinition> declared) {
    return new Dataset(name, zone, currency, declared, customers, summary);
  }
}
