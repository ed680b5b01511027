package io.kindred.datasets.generator;

import io.kindred.features.Event;
import java.util.stream.Stream;

/// Where known events are written.
sealed interface EventTables permits SeparateTables, OneTable {
  void add(EventRow<Event> row);

  Stream<OutputTable<?>> tables();
}
