package io.kindred.models.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import io.kindred.models.format.BundleFormat;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

/// Published bundles on disk: `<root>/<model name>/<bundle id>/`, and beside them the file
/// `current` that holds the id of the one to serve.
///
/// A bundle appears whole or not at all: it is written under another name, forced to disk and
/// renamed. `current` is replaced the same way, after the bundle is there.
public final class Registry {
  private static final String CURRENT = "current";
  private static final String DAMAGED = ".damaged-";

  private final Path root;

  public Registry(Path root) {
    this.root = root;
  }

  public Path root() {
    return root;
  }

  /// Publishes a bundle and makes it current.
  ///
  /// The same content may be published again: it is left as it lies there, or replaced where it was
  /// damaged.
  public Bundle publish(BundleContents contents) throws IOException {
    SortedMap<String, byte[]> files = BundleFormat.encode(contents);
    Bundle bundle = BundleFormat.decode(files);
    Path home = Disk.folder(home(contents.name()));
    if (!isIntact(bundle)) {
      Path incoming = Disk.incoming(files, home);
      try {
        moveIn(incoming, bundle);
      } finally {
        Disk.deleteFolder(incoming);
      }
    }
    Disk.replace(home.resolve(CURRENT), bundle.id().value() + "\n");
    return bundle;
  }

  /// The names of all models that have a current bundle.
  public List<ModelName> names() throws IOException {
    List<ModelName> names = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> folders = Files.list(root)) {
        folders
            .filter(folder -> Files.exists(folder.resolve(CURRENT)))
            .map(folder -> String.valueOf(folder.getFileName()))
            .filter(ModelName::fits)
            .map(ModelName::new)
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
      throw without(name);
    }
    try {
      return new BundleId(Files.readString(current, UTF_8).strip());
    } catch (CharacterCodingException e) {
      throw new BundleException(
          "%s: is not text (expected the id of a bundle of this folder; publish again)"
              .formatted(current),
          e);
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
    Path place = place(name, id);
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new BundleException(
          "%s: there is no such bundle (expected one of %s)".formatted(place, ids(name)));
    }
    Map<String, byte[]> files = Disk.read(place);
    try {
      // Before anything is parsed, so that only what was published is.
      BundleId found = BundleFormat.id(files);
      if (!found.equals(id)) {
        throw new BundleException(
            "%s is the manifest of bundle %s (expected %s; the manifest was changed after it was"
                    .formatted(BundleFormat.MANIFEST, found.shortForm(), id.shortForm())
                + " published: publish it again)");
      }
      Bundle bundle = BundleFormat.decode(files);
      if (!bundle.contents().name().equals(name)) {
        throw new BundleException(
            "is a bundle of model %s (expected one of model %s; move it to the folder of its model)"
                .formatted(bundle.contents().name(), name));
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
          .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
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

  private Path place(ModelName name, BundleId id) {
    return home(name).resolve(id.value());
  }

  /// What to say where a model has no bundle here.
  BundleException without(ModelName name) throws IOException {
    return new BundleException(
        Files.isDirectory(root)
            ? "%s: no bundle of model %s is published there (expected one; train one with `kindred train`%s)"
                .formatted(root, name, published())
            : "%s: there is no such folder (expected one with a bundle of model %s; train one with `kindred train`, or name the folder with --registry)"
                .formatted(root, name));
  }

  private String published() throws IOException {
    List<ModelName> names = names();
    return names.isEmpty() ? "" : "; published models: " + names;
  }

  private void moveIn(Path incoming, Bundle bundle) throws IOException {
    Path place = place(bundle.contents().name(), bundle.id());
    try {
      Disk.move(incoming, place);
    } catch (FileSystemException e) {
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      // Either another publisher of the same content was faster, or what lies there is damaged.
      if (!isIntact(bundle)) {
        Disk.move(place, place.resolveSibling(DAMAGED + UUID.randomUUID()));
        Disk.move(incoming, place);
      }
    }
  }

  private boolean isIntact(Bundle bundle) throws IOException {
    if (!Files.isDirectory(place(bundle.contents().name(), bundle.id()))) {
      return false;
    }
    try {
      open(bundle.contents().name(), bundle.id());
      return true;
    } catch (BundleException e) {
      return false;
    }
  }
}
