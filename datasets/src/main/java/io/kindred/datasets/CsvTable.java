package io.kindred.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Writes CSV as in RFC 4180, with line feeds; gzipped where the name ends in `.gz`.
public final class CsvTable implements TableWriter {
  private final Path path;
  private final CsvWriter writer;
  private final List<String> row = new ArrayList<>();
  private long rows;
  private boolean closed;

  private CsvTable(Path path, CsvWriter writer) {
    this.path = path;
    this.writer = writer;
  }

  /// Begins the file with its header.
  public static CsvTable create(Path path, List<String> header) {
    try {
      OutputStream file = new BufferedOutputStream(Files.newOutputStream(path));
      OutputStream bytes = path.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file;
      CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, UTF_8);
      writer.writeRecord(header);
      return new CsvTable(path, writer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write %s".formatted(path), e);
    }
  }

  /// The rows of a file written by this class, each by the header's names.
  public static List<Map<String, String>> read(Path path) {
    Path file = path.toAbsolutePath();
    List<Map<String, String>> all = new ArrayList<>();
    try (Rows rows = new DataFiles(file.resolveSibling("")).open(file, TableFormat.PLAIN)) {
      List<String> names = rows.header().names();
      names.forEach(name -> rows.header().index(new Column(name, file.toString())));
      rows.forEach(row -> {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
          cells.put(names.get(i), row.cells()[i]);
        }
        all.add(cells);
      });
    }
    return all;
  }

  @Override
  public void text(String text) {
    row.add(text);
  }

  @Override
  public void number(double number) {
    row.add(
        Double.isNaN(number)
            ? ""
            : number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number));
  }

  @Override
  public void moment(Instant moment) {
    row.add(moment.toString());
  }

  @Override
  public void blank() {
    row.add("");
  }

  @Override
  public void endRow() {
    writer.writeRecord(row);
    row.clear();
    rows++;
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public void finish() {
    close();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write %s".formatted(path), e);
    }
  }
}
