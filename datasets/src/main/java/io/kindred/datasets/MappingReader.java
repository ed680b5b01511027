package io.kindred.datasets;

import java.nio.file.Path;
import tools.jackson.databind.module.SimpleModule;

/// Binds a mapping's YAML to its records, short forms and long ones.
final class MappingReader {
  private static final SimpleModule SHORT_FORMS =
      new SimpleModule()
          .addDeserializer(Column.class, new ColumnDeserializer())
          .addDeserializer(
              CustomerSource.class,
              new ShortForm<>(
                  CustomerSource.InColumn::new,
                  CustomerSource.Written.class,
                  CustomerSource.Written::source))
          .addDeserializer(
              TimeSource.class,
              new ShortForm<>(TimeSource::of, TimeSource.Written.class, TimeSource.Written::source))
          .addDeserializer(
              NumberSource.class,
              new ShortForm<>(
                  NumberSource::of, NumberSource.Written.class, NumberSource.Written::source))
          .addDeserializer(
              WordSource.class,
              new ShortForm<>(
                  WordSource::of, WordSource.Written.class, WordSource.Written::source));

  private MappingReader() {}

  static DatasetMapping read(Path yaml) {
    return YamlFile.read(
        yaml, DatasetMapping.class, "a mapping; docs/mapping.md shows one", SHORT_FORMS);
  }
}
