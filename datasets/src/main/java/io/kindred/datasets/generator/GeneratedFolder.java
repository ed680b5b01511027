package io.kindred.datasets.generator;

import io.kindred.datasets.DatasetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/// A folder of synthetic customers' files, which is there whole or not at all.
final class GeneratedFolder {
  private GeneratedFolder() {}

  /// Says what is in the folder.
  interface Content {
    void writeTo(FolderWriter writer);
  }

  static void write(Path folder, GeneratorOptions options, Layout layout, Content content) {
    Path target = folder.toAbsolutePath();
    try {
      checkFree(folder);
      Files.createDirectories(target.getParent());
      Path unfinished =
          Files.createDirectory(target.resolveSibling(".unfinished-" + UUID.randomUUID()));
      try {
        try (FolderWriter writer = new FolderWriter(options, layout, unfinished)) {
          content.writeTo(writer);
          writer.finish();
        }
        Files.deleteIfExists(target);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(unfinished);
      }
    } catch (DirectoryNotEmptyException e) {
      throw new DatasetException(
          "%s: the folder is not empty (expected a new or empty folder; name another or empty it)"
              .formatted(folder),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to %s".formatted(folder), e);
    }
  }

  /// Said now and not after minutes of writing.
  private static void checkFree(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        if (all.findAny().isPresent()) {
          throw new DirectoryNotEmptyException(folder.toString());
        }
      }
    } else if (Files.exists(folder)) {
      throw new DatasetException(
          "%s: is a file (expected a new or empty folder; name another)".formatted(folder));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
