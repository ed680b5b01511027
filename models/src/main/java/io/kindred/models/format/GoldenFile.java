package io.kindred.models.format;

import com.google.protobuf.InvalidProtocolBufferException;
import io.kindred.models.GoldenRow;
import io.kindred.models.bundle.v1.GoldenRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;

/// A file of customers with known answers, in the format of a bundle's golden rows.
public final class GoldenFile {
  private GoldenFile() {}

  /// Writes the rows, in place of what the file held.
  public static void write(Path file, List<GoldenRow> rows) throws IOException {
    Files.write(file, GoldenFormat.toMessage(rows).toByteArray());
  }

  /// The rows of a file, in its order.
  ///
  /// @throws IOException naming the file, where it is missing, empty or of another format
  public static List<GoldenRow> read(Path file) throws IOException {
    List<GoldenRow> rows;
    try {
      rows = GoldenFormat.fromMessage(GoldenRows.parseFrom(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "%s: there is no such file (expected customers with known answers, as training writes them)"
              .formatted(file),
          e);
    } catch (InvalidProtocolBufferException | IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          "%s: cannot be read as customers with known answers: %s (write it again)"
              .formatted(file, e.getMessage()),
          e);
    }
    if (rows.isEmpty()) {
      throw new IOException(
          "%s: holds no customers (expected at least one; write it again)".formatted(file));
    }
    return rows;
  }
}
