package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// A folder with a mapping and data files, written by a test.
final class Shop {
  static final Instant NOW = Instant.parse("2025-07-01T00:00:00Z");

  /// Maps `profiles.csv` with the columns who, age, mood and member.
  static final String PROFILES =
      """
      name: Shop
      tables:
        - files: profiles.csv
          customer: who
          knownSince: 2025-01-01
          attributes:
            - {column: age, basis: demographic, type: number}
            - {column: mood, basis: psychographic, type: scale, lowest: 1, highest: 5}
            - {column: member, basis: behavioural, type: yes_no}
      """;

  private final Path folder;

  Shop(Path folder) {
    this.folder = folder;
  }

  /// A shop whose one table is `orders.csv`, mapped in the plainest way.
  static Shop ofOrders(Path folder, String csv) {
    return new Shop(folder)
        .with("orders.csv", csv)
        .mapped(
            """
            name: Shop
            tables:
              - files: orders.csv
                customer: who
                time: when
                orders: {id: id, amount: amount}
            """);
  }

  Shop with(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Shop mapped(String yaml) {
    return with("dataset.yaml", yaml);
  }

  Path folder() {
    return folder;
  }

  DatasetMapping mapping() {
    return DatasetMapping.read(folder.resolve("dataset.yaml"));
  }

  Dataset read() {
    return DatasetReader.read(mapping(), folder, NOW);
  }

  /// Asserts that reading it fails, and the whole of what is said.
  static void refused(Shop shop, String message) {
    assertThatExceptionOfType(DatasetException.class).isThrownBy(shop::read).withMessage(message);
  }
}
