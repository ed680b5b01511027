package io.kindred.datasets;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something is wrong with the caller's mapping or files: one paragraph that names the file, the
/// line and the column, what was expected there and what to do.
public final class DatasetException extends IllegalArgumentException {
  /// The row that alone is wrong; `null` where it is a file or the mapping.
  private final transient @Nullable RowPlace place;

  private final String what;

  public DatasetException(String message) {
    super(message);
    this.place = null;
    this.what = message;
  }

  /// Something is wrong with one row only.
  DatasetException(RowPlace place, String what) {
    super(place + ": " + what);
    this.place = place;
    this.what = what;
  }

  public DatasetException(String message, Throwable cause) {
    super(message, cause);
    this.place = null;
    this.what = message;
  }

  /// The row that alone is wrong; none where it is a file or the mapping.
  Optional<RowPlace> place() {
    return Optional.ofNullable(place);
  }

  /// The message without the place.
  String what() {
    return what;
  }
}
