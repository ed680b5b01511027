package io.kindred.serving.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir private Path folder;

  @Test
  void columnsAreReadByName() throws IOException {
    CsvTable table =
        read("name,count,time\na,1.5,2026-07-09T21:30:22Z\nb,-2,2026-07-10T00:00:00Z\n");

    assertThat(table.size()).isEqualTo(2);
    assertThat(table.column("name")).containsExactly("a", "b");
    assertThat(table.numbers("count")).containsExactly(1.5, -2);
    assertThat(table.times("time"))
        .isEqualTo(
            List.of(Instant.parse("2026-07-09T21:30:22Z"), Instant.parse("2026-07-10T00:00:00Z")));
  }

  @Test
  void whatIsWrongIsSaidWithFileAndLine() throws IOException {
    CsvTable table = read("name,count\na,x\n");

    assertThatIOException()
        .isThrownBy(() -> table.column("nme"))
        .withMessage("%s:1: has no column nme (expected it among [name, count])".formatted(file()));
    assertThatIOException()
        .isThrownBy(() -> table.numbers("count"))
        .withMessage("%s:2: count is 'x' (expected a number)".formatted(file()));
    assertThatIOException()
        .isThrownBy(() -> table.times("name"))
        .withMessage(
            "%s:2: name is 'a' (expected a moment such as 2026-07-09T21:30:22Z)".formatted(file()));
    assertThatIOException()
        .isThrownBy(() -> read("name,count\na\n"))
        .withMessage("%s:2: has 1 cells (expected 2, one a column)".formatted(file()));
    assertThatIOException()
        .isThrownBy(() -> read(""))
        .withMessage("%s: is empty (expected a header and a line a row)".formatted(file()));
    assertThatIOException()
        .isThrownBy(() -> CsvTable.read(folder.resolve("none.csv")))
        .withMessage(
            "%s: there is no such file (expected one that `kindred demo` writes)"
                .formatted(folder.resolve("none.csv")));
  }

  private CsvTable read(String text) throws IOException {
    Files.writeString(file(), text);
    return CsvTable.read(file());
  }

  private Path file() {
    return folder.resolve("table.csv");
  }
}
