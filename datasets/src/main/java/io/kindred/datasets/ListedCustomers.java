package io.kindred.datasets;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.BatchFeaturizer;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The customers of a data set that is in memory.
record ListedCustomers(Dataset dataset, Optional<String> inMemoryBecause)
    implements CustomerStream {
  @Override
  public String name() {
    return dataset.name();
  }

  @Override
  public ZoneId zone() {
    return dataset.zone();
  }

  @Override
  public String currency() {
    return dataset.currency();
  }

  @Override
  public List<AttributeDefinition> attributes() {
    return dataset.attributes();
  }

  @Override
  public boolean hasAccounts() {
    return dataset.customers().stream().anyMatch(customer -> !customer.account().isEmpty());
  }

  @Override
  public LocalDate lastDay() {
    return dataset
        .summary()
        .lastDay()
        .orElseThrow(() ->
            new DatasetException(
                "%s has no events (expected some; map a file with orders or other events)"
                    .formatted(dataset.name())));
  }

  @Override
  public void forEach(BatchFeaturizer featurizer, Consumer<CustomerId> each) {
    for (Customer customer : dataset.customers()) {
      featurizer.fill(customer.history(), customer.account());
      each.accept(customer.id());
    }
  }

  @Override
  public void close() {}
}
