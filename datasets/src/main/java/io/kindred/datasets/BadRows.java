package io.kindred.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// How many wrong rows may be set aside while reading, and the file that lists them: where each is
/// and what is wrong with it, but not the row itself.
///
/// Only what is wrong with one row can be set aside. A missing column, another encoding or a
/// damaged file makes all rows doubtful and is always refused.
public final class BadRows implements AutoCloseable {
  private static final List<String> COLUMNS = List.of("file", "line", "message");

  private final int most;
  private final Optional<Listing> listing;
  private int count;

  private record Listing(Path file, CsvWriter writer) {}

  private BadRows(int most, Optional<Listing> listing) {
    this.most = most;
    this.listing = listing;
  }

  /// The first wrong row is an error.
  public static BadRows none() {
    return new BadRows(0, Optional.empty());
  }

  /// Up to so many rows are set aside.
  ///
  /// @param file written anew, header included; it must not be a file of anything else
  public static BadRows upTo(int most, Path file) {
    if (most < 0) {
      throw new IllegalArgumentException(
          "%d bad rows may be set aside (expected 0 or more)".formatted(most));
    }
    try {
      if (Files.exists(file) && !isListing(file)) {
        throw new IllegalArgumentException(
            "%s: is there and no list of bad rows (expected the name of a new file to write the bad rows"
                    .formatted(file)
                + " to; name another)");
      }
      CsvWriter writer =
          CsvWriter.builder()
              .lineDelimiter(LineDelimiter.LF)
              .build(Files.newOutputStream(file), UTF_8);
      writer.writeRecord(COLUMNS);
      return new BadRows(most, Optional.of(new Listing(file, writer)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to %s".formatted(file), e);
    }
  }

  /// How many rows were set aside.
  public int count() {
    return count;
  }

  /// The file that lists them; empty where none may be set aside.
  public String listedIn() {
    return listing.map(list -> list.file().toString()).orElse("");
  }

  /// Sets a row aside, or throws where it may not be.
  void add(DatasetException refusal) {
    RowPlace place = refusal.place().orElseThrow(() -> refusal);
    if (listing.isEmpty()) {
      throw refusal;
    }
    Listing list = listing.get();
    count++;
    list.writer().writeRecord(place.file(), Long.toString(place.number()), refusal.what());
    if (count > most) {
      throw new DatasetException(
          "%d bad rows, listed in %s, are more than the %d that may be set aside (expected files with"
                  .formatted(count, list.file(), most)
              + " fewer; mend the rows or the mapping, or allow more); the last is %s"
                  .formatted(refusal.getMessage()),
          refusal);
    }
  }

  @Override
  public void close() {
    listing.ifPresent(list -> {
      try {
        list.writer().close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write to %s".formatted(list.file()), e);
      }
    });
  }

  private static boolean isListing(Path file) throws IOException {
    byte[] header = (String.join(",", COLUMNS) + "\n").getBytes(UTF_8);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return Arrays.equals(bytes.readNBytes(header.length), header);
    }
  }
}
