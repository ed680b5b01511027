package io.kindred.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// Writes CSV as in RFC 4180, with line feeds; gzipped where the name ends in `.gz`.
final class CsvFile {
  private CsvFile() {}

  static void write(Path path, List<String> header, List<List<String>> rows) throws IOException {
    try (OutputStream file = Files.newOutputStream(path);
        OutputStream bytes = path.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file;
        Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8))) {
      writeRow(writer, header);
      for (List<String> row : rows) {
        writeRow(writer, row);
      }
    }
  }

  private static void writeRow(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      writer.write(i == 0 ? "" : ",");
      writer.write(quoted(cells.get(i)));
    }
    writer.write('\n');
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
