package io.kindred.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a server is run with: nothing of the training, and nothing under a licence that does not go
/// with Apache-2.0.
final class ServingClassPathTest {
  /// Every group on the server's class path, with its licence looked up by a person. Who adds a
  /// library adds a line.
  private static final Map<String, String> LICENCES =
      Map.ofEntries(
          Map.entry("com.google.android", "Apache-2.0"),
          Map.entry("com.google.api.grpc", "Apache-2.0"),
          Map.entry("com.google.code.findbugs", "BSD-3-Clause"),
          Map.entry("com.google.code.gson", "Apache-2.0"),
          Map.entry("com.google.errorprone", "Apache-2.0"),
          Map.entry("com.google.guava", "Apache-2.0"),
          Map.entry("com.google.j2objc", "Apache-2.0"),
          Map.entry("com.google.protobuf", "BSD-3-Clause"),
          Map.entry("com.microsoft.onnxruntime", "MIT"),
          Map.entry("info.picocli", "Apache-2.0"),
          Map.entry("io.grpc", "Apache-2.0"),
          Map.entry("io.netty", "Apache-2.0"),
          Map.entry("io.perfmark", "Apache-2.0"),
          Map.entry("org.codehaus.mojo", "MIT"),
          Map.entry("org.jspecify", "Apache-2.0"));

  /// `.../<group as folders>/<artifact>/<version>/<artifact>-<version>.jar` of a Maven repository.
  private static final Pattern IN_REPOSITORY =
      Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/\\2-\\3[^/]*\\.jar");

  @Test
  void everyLibraryIsOneWhoseLicenceGoesWithApache2() throws IOException {
    Map<String, String> libraries = new TreeMap<>();
    for (String jar : classPath()) {
      Matcher place = IN_REPOSITORY.matcher(jar.replace(File.separatorChar, '/'));
      if (place.matches()) {
        libraries.put(place.group(1).replace('/', '.'), jar);
      }
    }

    assertThat(libraries).hasSizeGreaterThan(10);
    assertThat(libraries.keySet()).isSubsetOf(LICENCES.keySet());
    assertThat(LICENCES.keySet())
        .as("licences of libraries that are gone")
        .isSubsetOf(libraries.keySet());
  }

  @Test
  void nothingOfTheTrainingIsThere() throws IOException {
    assertThat(classPath())
        .noneMatch(jar -> jar.matches(".*(smile|tribuo|xgboost|duckdb|hipparchus|pebble).*"))
        .noneMatch(jar -> jar.matches(".*kindred-(training|datasets).*"))
        .anyMatch(jar -> jar.matches(".*kindred-scoring.*"));
  }

  /// As the build wrote it for the launcher.
  private static List<String> classPath() throws IOException {
    String text = Files.readString(Path.of("..", "serving", "target", "classpath"));
    return Stream.of(text.strip().split(Pattern.quote(File.pathSeparator))).toList();
  }
}
