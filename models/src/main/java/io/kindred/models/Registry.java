package io.kindred.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.models.format.BundleFormat;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Published bundles on disk: `<root>/<model name>/<bundle id>/`, and beside them the file
/// `current` that holds the id of the one to serve.
///
/// A bundle appears whole or not at all: it is written under another name, forced to disk and
/// renamed. `current` is replaced the same way, after the bundle is there.
public final class Registry {
  private static final String CURRENT = "current";
  private static final String INCOMING = ".incoming-";

  /// No file of a bundle may be larger; it is read into memory.
  private static final long LARGEST_FILE = 512L << 20;

  private final Path root;

  public Registry(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /// Publishes a bundle and makes it current.
  public Bundle publish(BundleContents contents) throws IOException {
    SortedMap<String, byte[]> files = BundleFormat.encode(contents);
    Bundle bundle = BundleFormat.decode(files);
    Path home = Files.createDirectories(home(contents.name()));
    Path place = home.resolve(bundle.id().value());
    if (Files.exists(place)) {
      // The same content was published before: it is served as it lies there, or mended by hand.
      open(contents.name(), bundle.id());
    } else {
      write(files, home, place);
    }
    replace(home.resolve(CURRENT), bundle.id().value() + "\n");
    return bundle;
  }

  /// The names of all models that have a current bundle.
  public List<ModelName> names() throws IOException {
    List<ModelName> names = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> folders = Files.list(root)) {
        folders
            .filter(folder -> Files.exists(folder.resolve(CURRENT)))
            .map(folder -> new ModelName(String.valueOf(folder.getFileName())))
            .sorted((left, right) -> left.value().compareTo(right.value()))
            .forEach(names::add);
      }
    }
    return names;
  }

  /// The id that `current` points to.
  public BundleId current(ModelName name) throws IOException {
    Path current = home(name).resolve(CURRENT);
    if (!Files.exists(current)) {
      throw new BundleException(
          "%s: no bundle of model %s is published there (expected one; train one with `kindred train`%s)"
              .formatted(root, name, published()));
    }
    try {
      return new BundleId(Files.readString(current, UTF_8).strip());
    } catch (IllegalArgumentException e) {
      throw new BundleException(
          "%s: %s (write the id of a bundle of this folder into it, or publish again)"
              .formatted(current, e.getMessage()),
          e);
    }
  }

  /// Reads and verifies the current bundle.
  public Bundle openCurrent(ModelName name) throws IOException {
    return open(name, current(name));
  }

  /// Reads and verifies a bundle.
  ///
  /// @throws BundleException where it is not there, or not as it was published
  public Bundle open(ModelName name, BundleId id) throws IOException {
    Path place = home(name).resolve(id.value());
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new BundleException(
          "%s: there is no such bundle (expected one of %s)".formatted(place, ids(name)));
    }
    Map<String, byte[]> files = read(place);
    try {
      Bundle bundle = BundleFormat.decode(files);
      if (!bundle.id().equals(id)) {
        throw new BundleException(
            "%s is the manifest of bundle %s (expected %s; the manifest was changed after it was"
                    .formatted(BundleFormat.MANIFEST, bundle.id().shortForm(), id.shortForm())
                + " published: publish it again)");
      }
      return bundle;
    } catch (BundleException e) {
      throw new BundleException("%s: %s".formatted(place, e.getMessage()), e);
    }
  }

  /// The ids of all bundles of a model.
  public List<BundleId> ids(ModelName name) throws IOException {
    if (!Files.isDirectory(home(name))) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(home(name))) {
      return folders
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(folder -> folder.matches("[0-9a-f]{64}"))
          .sorted()
          .map(BundleId::new)
          .toList();
    }
  }

  /// Where a bundle's report lies.
  public Path report(ModelName name, BundleId id) {
    return home(name).resolve(id.value()).resolve(BundleFormat.REPORT);
  }

  private Path home(ModelName name) {
    return root.resolve(name.value());
  }

  private String published() throws IOException {
    List<ModelName> names = names();
    return names.isEmpty() ? "" : "; published models: " + names;
  }

  private static Map<String, byte[]> read(Path place) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    List<Path> paths;
    try (Stream<Path> listed = Files.list(place)) {
      paths = listed.sorted().toList();
    }
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

  private static void write(SortedMap<String, byte[]> files, Path home, Path place)
      throws IOException {
    Path incoming = Files.createTempDirectory(home, INCOMING);
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(incoming.resolve(file.getKey()), file.getValue());
      }
      move(incoming, place);
    } finally {
      deleteFolder(incoming);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path incoming = file.resolveSibling(INCOMING + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(incoming);
      write(incoming, text.getBytes(UTF_8));
      move(incoming, file);
    } finally {
      Files.deleteIfExists(incoming);
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

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      throw new BundleException(
          "%s: this file system cannot rename in one step (expected one that can; keep the registry on a local disk)"
              .formatted(to),
          e);
    } catch (FileAlreadyExistsException e) {
      throw new BundleException(
          "%s: another program has just published it (publish again)".formatted(to), e);
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
