package io.kindred.datasets;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/// Records of cells between delimiters, as in RFC 4180: a cell may stand in double quotes, and then
/// hold delimiters, line breaks, and quotes written twice.
///
/// DuckDB reads such files too, but cannot say on which line a row was; a test holds the two
/// readers against each other.
final class DelimitedRecords implements Records {
  private static final int END = -1;
  private static final int LONGEST_CELL = 1 << 20;

  private final String file;
  private final Reader reader;
  private final char delimiter;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder cell = new StringBuilder();
  private int position;
  private int filled;
  private long currentLine = 1;
  private long recordLine;

  DelimitedRecords(String file, Reader reader, char delimiter) {
    this.file = file;
    this.reader = reader;
    this.delimiter = delimiter;
  }

  @Override
  public long line() {
    return recordLine;
  }

  @Override
  public boolean next(List<String> cells) throws IOException {
    cells.clear();
    int next = read();
    while (next == '\n' || next == '\r') {
      endLine(next);
      next = read();
    }
    if (next == END) {
      return false;
    }
    recordLine = currentLine;
    while (true) {
      next = next == '"' ? quotedCell() : plainCell(next);
      cells.add(cell.toString());
      if (next != delimiter) {
        endLine(next);
        return true;
      }
      next = read();
    }
  }

  /// Reads a cell that begins with `first`; returns what ended it.
  private int plainCell(int first) throws IOException {
    cell.setLength(0);
    int next = first;
    while (next != delimiter && next != '\n' && next != '\r' && next != END) {
      append(next);
      next = read();
    }
    return next;
  }

  private int quotedCell() throws IOException {
    cell.setLength(0);
    while (true) {
      int next = read();
      if (next == END) {
        throw neverClosed();
      }
      if (next == '"') {
        next = read();
        if (next != '"') {
          return afterQuotes(next);
        }
      } else if (next == '\n' || (next == '\r' && peek() != '\n')) {
        currentLine++;
      }
      append(next);
    }
  }

  private int afterQuotes(int next) {
    if (next != delimiter && next != '\n' && next != '\r' && next != END) {
      throw new DatasetException(
          "%s:%d: text follows a closing quote (expected the delimiter or the end of the line; a"
                  .formatted(file, currentLine)
              + " quote inside a quoted cell is written twice)");
    }
    return next;
  }

  private void append(int next) {
    if (cell.length() == LONGEST_CELL) {
      throw neverClosed();
    }
    cell.append((char) next);
  }

  private DatasetException neverClosed() {
    return new DatasetException(
        "%s:%d: a cell of this row does not end (expected a closing quote, and at most %d"
                .formatted(file, recordLine, LONGEST_CELL)
            + " characters in a cell; a quote inside a quoted cell is written twice)");
  }

  private void endLine(int lineBreak) throws IOException {
    if (lineBreak == '\r' && peek() == '\n') {
      position++;
    }
    if (lineBreak != END) {
      currentLine++;
    }
  }

  private int read() throws IOException {
    return peek() == END ? END : buffer[position++];
  }

  private int peek() throws IOException {
    if (position == filled) {
      filled = Math.max(reader.read(buffer), 0);
      position = 0;
    }
    return filled == 0 ? END : buffer[position];
  }
}
