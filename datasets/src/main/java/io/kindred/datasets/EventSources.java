package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/// The sources of an event mapping as functions of a row: those of {@link Binding}, with what a
/// source that is left out means, money in the data set's currency, and words kept once.
record EventSources(Binding binding, ExchangeRates rates, WordPool pool) {

  /// A word; empty where it is not mapped.
  Function<Row, String> word(Optional<WordSource> source) {
    return source.map(this::word).orElse(_ -> "");
  }

  Function<Row, String> word(WordSource source) {
    return binding.word(source).andThen(pool::pooled);
  }

  /// A number that may not be below zero; 0 where it is not mapped.
  Function<Row, BigDecimal> notNegative(Optional<NumberSource> source, String what, String remedy) {
    return source
        .map(mapped -> binding.notNegative(mapped, what, remedy))
        .orElse(_ -> BigDecimal.ZERO);
  }

  /// Any number; 0 where it is not mapped.
  Function<Row, BigDecimal> number(Optional<NumberSource> source, String what) {
    return source.map(mapped -> binding.anyNumber(mapped, what)).orElse(_ -> BigDecimal.ZERO);
  }

  /// Money not below zero in the data set's currency; 0 where it is not mapped.
  Function<Row, BigDecimal> money(
      Optional<NumberSource> source, Optional<WordSource> currency, String what, String remedy) {
    Function<Row, BigDecimal> amount = notNegative(source, what, remedy);
    return currency.map(of -> rates.converted(amount, of, binding.word(of))).orElse(amount);
  }

  <E extends Enum<E>> Function<Row, E> step(WordSource source, Class<E> type) {
    Function<Row, String> word = binding.word(source);
    return row -> {
      String step = word.apply(row);
      return Words.constant(step, type)
          .orElseThrow(() ->
              row.problem(
                  "step is \"%s\" (expected one of %s; say in the mapping what the file's words mean:"
                          .formatted(Shown.text(step), Words.of(type.getEnumConstants()))
                      + " step: {column: ..., words: {...}})"));
    };
  }
}
