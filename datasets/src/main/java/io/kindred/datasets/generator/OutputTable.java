package io.kindred.datasets.generator;

import io.kindred.datasets.CsvTable;
import io.kindred.datasets.ParquetTable;
import io.kindred.datasets.TableWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file of rows, which is there once it has a first one.
final class OutputTable<R> implements AutoCloseable {
  private final Path path;
  private final List<Field<R>> fields;
  private final List<String> order;
  private final String mapping;
  private Optional<TableWriter> writer = Optional.empty();

  /// @param order the columns by which a Parquet file's rows are sorted; none for as they come
  /// @param mapping what the mapping says of the table, below its files
  OutputTable(Path path, List<Field<R>> fields, List<String> order, String mapping) {
    this.path = path;
    this.fields = List.copyOf(fields);
    this.order = order;
    this.mapping = mapping;
  }

  /// Makes the file though it may stay without rows.
  void begin() {
    open();
  }

  void add(R row) {
    TableWriter open = open();
    for (Field<R> field : fields) {
      field.cell().accept(open, row);
    }
    open.endRow();
  }

  /// What the mapping says of it; nothing where it has no rows.
  String mapping() {
    return writer.isEmpty() ? "" : "  - files: %s\n%s".formatted(path.getFileName(), mapping);
  }

  /// Finishes the file.
  void finish() {
    writer.ifPresent(TableWriter::finish);
  }

  @Override
  public void close() {
    writer.ifPresent(TableWriter::close);
  }

  private TableWriter open() {
    if (writer.isEmpty()) {
      List<TableWriter.Heading> headings = fields.stream().map(Field::heading).toList();
      writer =
          Optional.of(
              path.toString().endsWith(".parquet")
                  ? ParquetTable.create(path, headings, order)
                  : CsvTable.create(
                      path, headings.stream().map(TableWriter.Heading::name).toList()));
    }
    return writer.orElseThrow();
  }
}
