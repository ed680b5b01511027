package io.kindred.datasets;

import java.util.function.Consumer;

/// The rows of one open file.
sealed interface Rows extends AutoCloseable permits TextRows, ParquetRows {
  Header header();

  /// Passes on every row once, in the file's order. Only cells that the header was asked for are
  /// sure to be there.
  void forEach(Consumer<Row> reader);

  @Override
  void close();
}
