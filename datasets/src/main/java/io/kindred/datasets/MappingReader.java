package io.kindred.datasets;

import java.nio.file.Path;
import tools.jackson.databind.module.SimpleModule;

/// Binds a mapping's YAML to its records, short forms and long ones.
final class MappingReader {
  static final SimpleModule SHORT_FORMS =
      new SimpleModule()
          .addDeserializer(Column.class, new ColumnDeserializer())
          .addDeserializer(TableName.class, new TableNameDeserializer())
          .addDeserializer(
              CustomerSource.class,
              new ShortForm<>(
                  CustomerSource.InColumn::new, LongForm.Customer.class, LongForm.Customer::source))
          .addDeserializer(
              TimeSource.class,
              new ShortForm<>(TimeSource::of, LongForm.Time.class, LongForm.Time::source))
          .addDeserializer(
              NumberSource.class,
              new ShortForm<>(NumberSource::of, LongForm.Numeric.class, LongForm.Numeric::source))
          .addDeserializer(
              WordSource.class,
              new ShortForm<>(WordSource::of, LongForm.Word.class, LongForm.Word::source))
          .addDeserializer(
              RowFilter.class,
              new ShortForm<>(
                  MappingReader::noFilter, LongForm.Filter.class, LongForm.Filter::filter));

  private MappingReader() {}

  static DatasetMapping read(Path yaml) {
    return YamlFile.read(
            yaml, DatasetMapping.class, "a mapping; docs/mapping.md shows one", SHORT_FORMS)
        .from(yaml.toAbsolutePath().resolveSibling(""));
  }

  private static RowFilter noFilter(Column column) {
    throw new IllegalArgumentException(
        "expected a column and a test, such as {column: %s, above: 0}".formatted(column.name()));
  }
}
