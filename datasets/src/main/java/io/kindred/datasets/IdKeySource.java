package io.kindred.datasets;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.features.CustomerIdHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// Where the key is with which ids are hashed: in a file, or in an environment variable.
///
/// @param keyFile from the mapping's folder; a line break at its end is not part of the key
public record IdKeySource(Optional<String> keyFile, Optional<String> environment) {
  public IdKeySource {
    if (keyFile.isPresent() == environment.isPresent()) {
      throw new IllegalArgumentException(
          "expected either keyFile or environment, to say where the key is");
    }
  }

  IdKeySource from(Path folder) {
    return new IdKeySource(
        keyFile.map(name -> folder.resolve(name).normalize().toString()), environment);
  }

  /// @param variables environment variables by name
  CustomerIdHash hash(Function<String, Optional<String>> variables) {
    byte[] key = keyFile.map(IdKeySource::inFile).orElseGet(() -> inEnvironment(variables));
    try {
      return CustomerIdHash.withKey(key);
    } catch (IllegalArgumentException e) {
      throw new DatasetException("hashIds: %s: %s".formatted(where(), e.getMessage()), e);
    }
  }

  private byte[] inEnvironment(Function<String, Optional<String>> variables) {
    return environment
        .flatMap(variables)
        .orElseThrow(() ->
            new DatasetException(
                ("hashIds: %s: not set (expected the key with which ids are hashed; set it, or name"
                        + " another in the mapping)")
                    .formatted(where())))
        .getBytes(UTF_8);
  }

  private String where() {
    return keyFile.orElseGet(() -> "environment variable " + environment.orElse(""));
  }

  private static byte[] inFile(String file) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      int end = bytes.length;
      if (end > 0 && bytes[end - 1] == '\n') {
        end--;
      }
      if (end > 0 && bytes[end - 1] == '\r') {
        end--;
      }
      return Arrays.copyOf(bytes, end);
    } catch (NoSuchFileException e) {
      throw new DatasetException(
          ("hashIds: %s: no such file (expected the key with which ids are hashed; make one with:"
                  + " openssl rand -hex 32)")
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s".formatted(file), e);
    }
  }
}
