package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL server of a test's own, in a folder of its own, that asks for a password and
/// listens on loopback only.
///
/// It needs PostgreSQL's programs, as Debian's package `postgresql` has them. Where they are
/// missing the test is reported as skipped, but under continuous integration (`CI` is set) it
/// fails.
final class PostgresServer implements AutoCloseable {
  static final String USER = "kindred";

  private final Path programs;
  private final Path folder;
  private final int port;

  /// Where a run is broken off, neither the server nor its folder is left.
  private final Thread end = new Thread(this::end);

  private PostgresServer(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /// As `datasets/pom.xml` sets it for tests.
  static String password() {
    return System.getenv("KINDRED_TEST_PASSWORD");
  }

  static PostgresServer start() {
    Optional<Path> programs = programs();
    if (programs.isEmpty() && System.getenv("CI") == null) {
      abort("PostgreSQL's initdb and pg_ctl are missing (install Debian's package postgresql)");
    }
    assertThat(programs).as("PostgreSQL's programs").isPresent();
    try {
      Path folder = Files.createTempDirectory("kindred-postgres");
      PostgresServer server = new PostgresServer(programs.get(), folder, freePort());
      try {
        Runtime.getRuntime().addShutdownHook(server.end);
        server.create();
      } catch (Throwable e) {
        server.close();
        throw e;
      }
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
  }

  /// Runs SQL as the owner of everything.
  void run(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), USER, password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    end();
  }

  private void end() {
    try {
      if (Files.exists(data().resolve("postmaster.pid"))) {
        program("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data().toString());
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private void create() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), password() + "\n");
    if (isRoot()) {
      // PostgreSQL refuses to run as root, so it runs as the user that its package made.
      var postgres =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres");
      Files.setOwner(folder, postgres);
      Files.setOwner(password, postgres);
    }
    program(
        "initdb",
        "--no-sync",
        "--encoding=UTF8",
        "--locale=C",
        "--auth=scram-sha-256",
        "--username=" + USER,
        "--pwfile=" + password,
        "--pgdata=" + data());
    program(
        "pg_ctl",
        "start",
        "-w",
        "-t",
        "60",
        "-D",
        data().toString(),
        "-l",
        folder.resolve("log").toString(),
        "-o",
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
            .formatted(port));
  }

  private void program(String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(name).toString());
    command.addAll(List.of(arguments));
    // Into a file, since the server that pg_ctl leaves running would keep a pipe open.
    Path said = Files.createTempFile(folder, "said", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean ended = process.waitFor(90, TimeUnit.SECONDS);
      assertThat(ended && process.exitValue() == 0)
          .as(name + ": " + Files.readString(said, StandardCharsets.UTF_8))
          .isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      Files.delete(said);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /// Debian keeps them out of the path, in a folder for each version.
  private static Optional<Path> programs() {
    List<Path> folders = new ArrayList<>();
    Path debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (Stream<Path> versions = Files.list(debian)) {
        versions
            .sorted(Comparator.reverseOrder())
            .map(one -> one.resolve("bin"))
            .forEach(folders::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (String folder : System.getenv("PATH").split(":", -1)) {
      folders.add(Path.of(folder));
    }
    return folders.stream()
        .filter(folder ->
            Files.isExecutable(folder.resolve("initdb"))
                && Files.isExecutable(folder.resolve("pg_ctl")))
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
