package io.kindred.datasets.infer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.datasets.DatasetException;
import io.kindred.datasets.TableFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// How a text file is written, guessed from its beginning.
///
/// @param delimiter as a mapping writes it
/// @param columns how many
/// @param odd lines looked at that have another number of cells
record TextShape(String delimiter, boolean header, Charset encoding, int columns, int odd) {
  private static final int BEGINNING = 1 << 19;
  private static final int MOST_LINES = 2000;
  private static final double MOST_ODD = 0.1;
  private static final String WHITESPACE = "whitespace";
  private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");

  static TextShape of(Path file) {
    byte[] bytes = beginning(file);
    Charset encoding = encoding(bytes);
    String text = new String(bytes, encoding);
    List<String> lines = lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (lines.isEmpty()) {
      throw new DatasetException(
          "%s: the file is empty (expected rows of data)".formatted(file.getFileName()));
    }
    String best = ",";
    Shape bestShape = shape(lines, ",");
    for (String delimiter : DELIMITERS) {
      Shape shape = shape(lines, delimiter);
      if (shape.isBetterThan(bestShape)) {
        best = delimiter;
        bestShape = shape;
      }
    }
    if (bestShape.width() == 1 || bestShape.oddShare() > MOST_ODD) {
      Shape blanks = shape(lines, WHITESPACE);
      if (blanks.width() > 1 && blanks.oddShare() == 0) {
        best = WHITESPACE;
        bestShape = blanks;
      }
    }
    return new TextShape(
        best.equals("\t") ? "tab" : best,
        hasHeader(lines, best, bestShape.width()),
        encoding,
        bestShape.width(),
        bestShape.odd());
  }

  /// The format to read the file with; columns without names are called `column1` and so on.
  TableFormat format(Charset readAs) {
    return new TableFormat(
        Optional.of(delimiter), header, header ? List.of() : names(), readAs, ".", List.of());
  }

  private List<String> names() {
    return IntStream.rangeClosed(1, columns).mapToObj(i -> "column" + i).toList();
  }

  private record Shape(int width, int odd, int lines) {
    double oddShare() {
      return (double) odd / lines;
    }

    boolean isBetterThan(Shape other) {
      if ((width > 1) != (other.width > 1)) {
        return width > 1;
      }
      return oddShare() == other.oddShare() ? width > other.width : oddShare() < other.oddShare();
    }
  }

  private static Shape shape(List<String> lines, String delimiter) {
    Map<Integer, Integer> widths = new HashMap<>();
    lines.forEach(line -> widths.merge(cells(line, delimiter).size(), 1, Integer::sum));
    Map.Entry<Integer, Integer> usual =
        widths.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return new Shape(usual.getKey(), lines.size() - usual.getValue(), lines.size());
  }

  /// A header has a different word in every column, none of them a number or a date, while some
  /// column below has numbers or dates; where all is words, the first row is one if its words do
  /// not come again.
  private static boolean hasHeader(List<String> lines, String delimiter, int width) {
    List<String> first = cells(lines.getFirst(), delimiter);
    Set<String> different = new HashSet<>(first);
    if (first.size() != width
        || different.size() != first.size()
        || first.stream().anyMatch(cell -> cell.isBlank() || looksLikeData(cell))) {
      return first.size() == width
          && first.stream().noneMatch(TextShape::looksLikeData)
          && belowIsData(lines, delimiter);
    }
    if (belowIsData(lines, delimiter)) {
      return true;
    }
    return lines.stream()
        .skip(1)
        .flatMap(line -> cells(line, delimiter).stream())
        .noneMatch(different::contains);
  }

  private static boolean belowIsData(List<String> lines, String delimiter) {
    return lines.stream()
        .skip(1)
        .limit(100)
        .flatMap(line -> cells(line, delimiter).stream())
        .anyMatch(TextShape::looksLikeData);
  }

  private static boolean looksLikeData(String cell) {
    return cell.matches("[+-]?[\\d.,:/ -]*\\d[\\d.,:/ T-]*");
  }

  /// Lines as a reader of CSV sees them: a line break inside quotes ends none. The last, which may
  /// be cut, is left out where there are others.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= text.length() && lines.size() < MOST_LINES; i++) {
      boolean end = i == text.length();
      char c = end ? '\n' : text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if ((c == '\n' || c == '\r') && (!quoted || end)) {
        if (i > start) {
          lines.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return text.length() >= BEGINNING / 4 && lines.size() > 2
        ? lines.subList(0, lines.size() - 1)
        : lines;
  }

  private static List<String> cells(String line, String delimiter) {
    if (delimiter.equals(WHITESPACE)) {
      return List.of(line.strip().split("\\s+"));
    }
    char mark = delimiter.charAt(0);
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == mark && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private static byte[] beginning(Path file) {
    boolean gzipped = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    try (InputStream raw = Files.newInputStream(file);
        InputStream bytes = gzipped ? new GZIPInputStream(raw, 1 << 16) : raw) {
      return bytes.readNBytes(BEGINNING);
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw new DatasetException(
          "%s: not a whole gzip file (expected what the name's .gz says; rename it or fetch it again)"
              .formatted(file.getFileName()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s".formatted(file), e);
    }
  }

  /// By its byte order mark, else UTF-8 where it can be, else the encoding that Windows writes.
  private static Charset encoding(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(bytes) ? UTF_8 : Charset.forName("windows-1252");
  }

  /// A character that is cut at the end is no fault.
  private static boolean isUtf8(byte[] bytes) {
    CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, false);
    try {
      if (result.isError()) {
        result.throwException();
      }
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
