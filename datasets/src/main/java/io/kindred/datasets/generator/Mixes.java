package io.kindred.datasets.generator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Copies of what a scenario's file says, in its order; what it leaves out is empty.
final class Mixes {
  private Mixes() {}

  static <V> Map<String, V> copy(Map<String, V> written) {
    return written == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(written));
  }

  static <V> Map<String, V> copy(Map<String, V> written, UnaryOperator<V> each) {
    Map<String, V> copies = new LinkedHashMap<>(copy(written));
    copies.replaceAll((_, value) -> each.apply(value));
    return Collections.unmodifiableMap(copies);
  }

  static <V> List<V> copy(List<V> written) {
    return written == null ? List.of() : List.copyOf(written);
  }
}
