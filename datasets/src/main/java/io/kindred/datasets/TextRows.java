package io.kindred.datasets;

import static java.nio.charset.CodingErrorAction.REPORT;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The rows of a CSV, TSV or white-space separated file, plain or gzipped.
final class TextRows implements Rows {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String file;
  private final TableFormat format;
  private final Reader reader;
  private final Records records;
  private final Header header;

  private TextRows(String file, TableFormat format, Reader reader, char usualDelimiter)
      throws IOException {
    this.file = file;
    this.format = format;
    this.reader = reader;
    String delimiter = format.delimiter().orElse(String.valueOf(usualDelimiter));
    this.records =
        delimiter.equals(TableFormat.WHITESPACE)
            ? new WhitespaceRecords(reader)
            : new DelimitedRecords(file, reader, delimiter.charAt(0));
    this.header = new Header(file, format.header() ? firstRecord() : format.columns());
  }

  /// @param usualDelimiter where the format names none
  static TextRows open(
      String file, Path path, boolean gzipped, char usualDelimiter, TableFormat format) {
    try {
      InputStream bytes = Files.newInputStream(path);
      try {
        InputStream text = gzipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
        return new TextRows(file, format, decoded(text, format), usualDelimiter);
      } catch (Throwable e) {
        bytes.close();
        throw e;
      }
    } catch (IOException e) {
      throw explained(file, 0, e);
    }
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public void forEach(Consumer<Row> reader, Consumer<DatasetException> refused) {
    List<String> cells = new ArrayList<>();
    int width = header.names().size();
    try {
      for (long ordinal = 1; records.next(cells); ordinal++) {
        RowPlace place = new RowPlace(file, RowPlace.Unit.LINE, records.line());
        if (cells.size() != width) {
          refused.accept(
              new DatasetException(
                  place,
                  "the row has %d cells (expected %d, as many as %s; a delimiter inside a cell needs"
                          .formatted(
                              cells.size(),
                              width,
                              format.header() ? "the header" : "columns in the mapping")
                      + " quotes around the cell)"));
          continue;
        }
        reader.accept(new Row(place, ordinal, cells.toArray(String[]::new)));
      }
    } catch (IOException e) {
      throw explained(file, records.line(), e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close %s".formatted(file), e);
    }
  }

  private List<String> firstRecord() throws IOException {
    List<String> names = new ArrayList<>();
    if (!records.next(names)) {
      throw new DatasetException(
          "%s: the file is empty (expected a header and at least one row; leave the file out of the"
                  .formatted(file)
              + " mapping if that is right)");
    }
    return names;
  }

  private static Reader decoded(InputStream bytes, TableFormat format) throws IOException {
    PushbackReader reader =
        new PushbackReader(
            new InputStreamReader(
                bytes,
                format
                    .encoding()
                    .newDecoder()
                    .onMalformedInput(REPORT)
                    .onUnmappableCharacter(REPORT)));
    int first = reader.read();
    if (first != BYTE_ORDER_MARK && first != -1) {
      reader.unread(first);
    }
    return reader;
  }

  private static RuntimeException explained(String file, long line, IOException e) {
    return switch (e) {
      case CharacterCodingException _ ->
          new DatasetException(
              "%s: not written in the expected encoding, somewhere after line %d (say which one it"
                      .formatted(file, line)
                  + " is in format: {encoding: windows-1252}, or save it as UTF-8)",
              e);
      case EOFException _ ->
          new DatasetException(
              "%s: the compressed file is cut short after line %d (expected a whole file; fetch it"
                      .formatted(file, line)
                  + " again)",
              e);
      case ZipException _ ->
          new DatasetException(
              "%s: not a gzip file, or damaged after line %d (expected what the name's .gz says;"
                      .formatted(file, line)
                  + " rename it or fetch it again)",
              e);
      default -> new UncheckedIOException("cannot read %s".formatted(file), e);
    };
  }
}
