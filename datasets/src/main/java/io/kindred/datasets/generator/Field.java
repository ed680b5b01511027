package io.kindred.datasets.generator;

import io.kindred.datasets.TableWriter;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// A column and how its cells come from what a row tells of.
record Field<R>(TableWriter.Heading heading, BiConsumer<TableWriter, R> cell) {

  static <R> Field<R> text(String name, Function<R, String> text) {
    return new Field<>(
        new TableWriter.Heading(name, TableWriter.Type.TEXT),
        (writer, row) -> writer.text(text.apply(row)));
  }

  static <R> Field<R> number(String name, ToDoubleFunction<R> number) {
    return new Field<>(
        new TableWriter.Heading(name, TableWriter.Type.NUMBER),
        (writer, row) -> writer.number(number.applyAsDouble(row)));
  }

  static <R> Field<R> moment(String name, Function<R, Instant> moment) {
    return new Field<>(
        new TableWriter.Heading(name, TableWriter.Type.MOMENT),
        (writer, row) -> writer.moment(moment.apply(row)));
  }
}
