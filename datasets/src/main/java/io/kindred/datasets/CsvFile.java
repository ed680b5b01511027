package io.kindred.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
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
        CsvWriter writer =
            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(bytes, UTF_8)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    }
  }
}
