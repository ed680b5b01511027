package io.kindred.datasets.generator;

import io.kindred.features.Event;
import java.time.Instant;

/// An event beside whose it is.
///
/// @param customer empty for an event of an account itself
/// @param account empty for none
record EventRow<E extends Event>(String customer, String account, E event, Instant knownSince) {

  /// An event's id without the kind that the reader puts before it.
  String fileId() {
    return event.id().substring(event.id().indexOf(':') + 1);
  }
}
