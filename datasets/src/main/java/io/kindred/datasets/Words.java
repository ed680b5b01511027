package io.kindred.datasets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The words a person writes for the constants of an enum: in lower case.
final class Words {
  private Words() {}

  static <E extends Enum<E>> Optional<E> constant(String word, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equalsIgnoreCase(word))
        .findFirst();
  }

  static String of(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Words::of).collect(Collectors.joining(", "));
  }

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
