package io.kindred.models.registry;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// What went wrong on disk, in words: the file system's own messages are often a path and nothing
/// else.
public final class DiskErrors {
  private DiskErrors() {}

  /// One paragraph on an exception; its own message where that says enough.
  public static String inWords(Throwable exception) {
    return switch (exception) {
      case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
      case AccessDeniedException denied ->
          denied.getFile() + ": access is denied (let this program's user read and write there)";
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          "%s: %s".formatted(unchecked.getMessage(), inWords(unchecked.getCause()));
      default -> String.valueOf(exception.getMessage());
    };
  }
}
