package io.kindred.datasets;

/// Something is wrong with the caller's mapping or files: one paragraph that names the file, the
/// line and the column, what was expected there and what to do.
public final class DatasetException extends IllegalArgumentException {
  public DatasetException(String message) {
    super(message);
  }

  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
