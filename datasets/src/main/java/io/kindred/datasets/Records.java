package io.kindred.datasets;

import java.io.IOException;
import java.util.List;

/// Reads a text record by record, knowing on which line it is.
interface Records {
  /// The next record's cells into `cells`; `false` at the end of the text. Empty lines are no
  /// records.
  boolean next(List<String> cells) throws IOException;

  /// The line, from 1, on which the latest record began.
  long line();
}
