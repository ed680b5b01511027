package io.kindred.serving.service;

/// A field of a request that is wrong.
///
/// @param path such as `subject.history.events[3].order.amount`
/// @param description what was wrong and what was expected, to be read after the path
record BadField(String path, String description) {
  @Override
  public String toString() {
    return path + " " + description;
  }
}
