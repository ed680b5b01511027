package io.kindred.datasets;

import java.util.function.Consumer;

/// The rows of one open file.
sealed interface Rows extends AutoCloseable permits TextRows, SqlRows {
  Header header();

  /// Passes on every row once, in the file's order. Only cells that the header was asked for are
  /// sure to be there.
  ///
  /// @param refused is told of a row that is none of this file's; where it returns, reading goes on
  void forEach(Consumer<Row> reader, Consumer<DatasetException> refused);

  /// The same, and the first such row is an error.
  default void forEach(Consumer<Row> reader) {
    forEach(
        reader,
        refusal -> {
          throw refusal;
        });
  }

  @Override
  void close();
}
