package io.kindred.models.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.models.BundleException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Files and folders that appear whole or not at all: written under another name, forced to disk
/// and renamed.
final class Disk {
  private static final String INCOMING = ".incoming-";

  /// No file of a bundle may be larger; it is read into memory.
  private static final long LARGEST_FILE = 512L << 20;

  private Disk() {}

  /// The folder, made where it is missing.
  static Path folder(Path folder) throws IOException {
    try {
      return Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new BundleException(
          "%s: is a file (expected a folder of the registry; take it away or name another registry)"
              .formatted(e.getFile()),
          e);
    }
  }

  /// A folder's files by name; no folder, link or device may stand among them.
  static SortedMap<String, byte[]> read(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> listed = Files.list(folder)) {
      paths = listed.sorted().toList();
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (Path path : paths) {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new BundleException(
            "%s: is a folder or a link (expected a plain file; take it out of the bundle)"
                .formatted(path));
      }
      if (Files.size(path) > LARGEST_FILE) {
        throw new BundleException(
            "%s: has %d bytes (expected at most %d)"
                .formatted(path, Files.size(path), LARGEST_FILE));
      }
      files.put(String.valueOf(path.getFileName()), Files.readAllBytes(path));
    }
    return files;
  }

  /// Writes files into a new folder beside where it shall be, to be moved there when whole.
  static Path incoming(SortedMap<String, byte[]> files, Path parent) throws IOException {
    // Not a temporary directory of the platform's: nobody else could read that.
    Path incoming = Files.createDirectory(parent.resolve(INCOMING + UUID.randomUUID()));
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(incoming.resolve(file.getKey()), file.getValue());
      }
      force(incoming);
      return incoming;
    } catch (IOException e) {
      deleteFolder(incoming);
      throw e;
    }
  }

  /// Makes a file hold this text, and nothing else at any moment.
  static void replace(Path file, String text) throws IOException {
    Path incoming = file.resolveSibling(INCOMING + UUID.randomUUID());
    try {
      write(incoming, text.getBytes(UTF_8));
      move(incoming, file);
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new BundleException(
          "%s: this file system cannot rename in one step (expected one that can; keep the registry on a local disk)"
              .formatted(to),
          e);
    }
    force(to.resolveSibling("."));
  }

  static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /// Makes the names in a folder survive a loss of power, where folders can be opened.
  private static void force(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
