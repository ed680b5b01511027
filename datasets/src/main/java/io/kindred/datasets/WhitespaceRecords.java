package io.kindred.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.StringTokenizer;

/// Records of words between runs of blanks, one record a line; blanks at a line's ends mean
/// nothing.
final class WhitespaceRecords implements Records {
  private final BufferedReader reader;
  private long line;

  WhitespaceRecords(Reader reader) {
    this.reader = new BufferedReader(reader);
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public boolean next(List<String> cells) throws IOException {
    cells.clear();
    while (cells.isEmpty()) {
      String text = reader.readLine();
      if (text == null) {
        return false;
      }
      line++;
      StringTokenizer words = new StringTokenizer(text);
      while (words.hasMoreTokens()) {
        cells.add(words.nextToken());
      }
    }
    return true;
  }
}
