package io.kindred.datasets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The files that a table's mapping means.
final class DataFiles {
  private static final List<String> SUFFIXES =
      List.of(".csv", ".csv.gz", ".tsv", ".tsv.gz", ".txt", ".txt.gz", ".parquet");

  private final Path folder;

  DataFiles(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// Every file meant, each once, those of a glob or a folder by name.
  Set<Path> matching(List<String> names) {
    Set<Path> files = new LinkedHashSet<>();
    for (String name : names) {
      files.addAll(matching(name));
    }
    return files;
  }

  /// The files with data in a folder and its folders, by name; or the one file that is meant.
  static List<Path> dataFilesIn(Path folderOrFile) {
    if (Files.isRegularFile(folderOrFile)) {
      return List.of(folderOrFile);
    }
    List<Path> found =
        Files.isDirectory(folderOrFile)
            ? walk(folderOrFile, 2).stream().filter(DataFiles::hasKnownSuffix).toList()
            : List.of();
    if (found.isEmpty()) {
      throw new DatasetException(
          "%s: no data found (expected a folder with files ending in %s, or one such file)"
              .formatted(folderOrFile, String.join(", ", SUFFIXES)));
    }
    return found;
  }

  /// How errors name a file: from the data folder on.
  String shown(Path file) {
    return file.startsWith(folder)
        ? folder.relativize(file).toString()
        : file.getFileName().toString();
  }

  Rows open(Path path, TableFormat format) {
    String file = shown(path);
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (SUFFIXES.stream().noneMatch(name::endsWith)) {
      throw new DatasetException(
          "%s: the name does not say what kind of file it is (expected it to end in one of %s)"
              .formatted(file, String.join(", ", SUFFIXES)));
    }
    if (name.endsWith(".parquet")) {
      return ParquetRows.open(file, path);
    }
    boolean tabs = name.endsWith(".tsv") || name.endsWith(".tsv.gz");
    return TextRows.open(file, path, name.endsWith(".gz"), tabs ? '\t' : ',', format);
  }

  private List<Path> matching(String name) {
    Path path = folder.resolve(name).normalize();
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (Files.isDirectory(path)) {
      return some(
          name,
          "files in this folder ending in " + String.join(", ", SUFFIXES),
          walk(path, 1).stream().filter(DataFiles::hasKnownSuffix).toList());
    }
    if (name.matches(".*[*?\\[{].*")) {
      PathMatcher glob =
          FileSystems.getDefault().getPathMatcher("glob:" + folder.resolve(name).normalize());
      return some(
          name,
          "at least one file of this pattern",
          walk(beforePattern(path), Integer.MAX_VALUE).stream().filter(glob::matches).toList());
    }
    throw new DatasetException(
        "%s: no such file in %s (expected the table's data there; name another folder with the data,"
                .formatted(name, folder)
            + " or correct files in the mapping)");
  }

  private List<Path> some(String name, String expected, List<Path> files) {
    if (files.isEmpty()) {
      throw new DatasetException(
          "%s: nothing found in %s (expected %s; name another folder with the data, or correct files"
                  .formatted(name, folder, expected)
              + " in the mapping)");
    }
    return files;
  }

  private static boolean hasKnownSuffix(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && SUFFIXES.stream().anyMatch(name::endsWith);
  }

  /// The longest beginning of a path that is a folder.
  private static Path beforePattern(Path path) {
    Path parent = path.getParent();
    return parent == null || Files.isDirectory(path) ? path : beforePattern(parent);
  }

  private static List<Path> walk(Path folder, int depth) {
    try (Stream<Path> found = Files.walk(folder, depth)) {
      return new ArrayList<>(found.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list %s".formatted(folder), e);
    }
  }
}
