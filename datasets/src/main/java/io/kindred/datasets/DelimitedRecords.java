package io.kindred.datasets;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Records of cells between delimiters, as in RFC 4180: a cell may stand in double quotes, and then
/// hold delimiters, line breaks, and quotes written twice.
///
/// DuckDB reads such files too, but cannot say on which line a row was, as FastCSV can; a test
/// holds the two readers against each other.
final class DelimitedRecords implements Records {
  private static final int LONGEST_CELL = 1_000_000;
  private static final int LONGEST_ROW = 1 << 22;

  /// In characters. FastCSV wants room for its next 8,192 beside the cell it is in.
  private static final int BUFFER = 1 << 20;

  private final String file;
  private final Cells cells = new Cells();
  private final Iterator<List<String>> records;
  private long line;

  DelimitedRecords(String file, Reader reader, char delimiter) {
    this.file = file;
    this.records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(BUFFER)
            .build(cells, reader)
            .iterator();
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public boolean next(List<String> next) throws IOException {
    next.clear();
    try {
      if (!records.hasNext()) {
        return false;
      }
      next.addAll(records.next());
      line = cells.line();
      return true;
    } catch (CsvParseException e) {
      throw unreadable(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private DatasetException unreadable(CsvParseException e) {
    String said =
        String.valueOf(e.getMessage())
            .replace(" (record starting at line %d)".formatted(cells.line()), "");
    return new DatasetException(
        "%s:%d: the row that begins here cannot be read: %s (expected a quoted cell to close right"
                .formatted(file, cells.line(), said)
            + " before a delimiter or the end of a line, a quote inside it to be written twice, and"
            + " at most %d characters in a cell)".formatted(LONGEST_CELL),
        e);
  }

  /// The cells of the record being read.
  private static final class Cells extends AbstractBaseCsvCallbackHandler<List<String>> {
    private final List<String> cells = new ArrayList<>();
    private int length;

    long line() {
      return getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      cells.clear();
      length = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int count, boolean quoted) {
      length += count + 1;
      if (length > LONGEST_ROW) {
        // Else a file without line breaks would be read as one row, until memory runs out.
        throw new CsvParseException("The row has more than %d characters".formatted(LONGEST_ROW));
      }
      cells.add(new String(buffer, offset, count));
    }

    @Override
    protected List<String> buildRecord() {
      return cells;
    }
  }
}
