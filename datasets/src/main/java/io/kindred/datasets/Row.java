package io.kindred.datasets;

/// One row of a table, every cell as text.
///
/// @param ordinal the row's number in its file, from 1, not counting the header
@SuppressWarnings("ArrayRecordComponent") // made once a row, never compared, never changed
record Row(RowPlace place, long ordinal, String[] cells) {
  DatasetException problem(String what) {
    return new DatasetException(place, what);
  }
}
