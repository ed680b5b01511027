package io.kindred.models.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class DiskErrorsTest {
  @Test
  void aMissingFileIsSaidToBeMissing() {
    assertThat(DiskErrors.inWords(new NoSuchFileException("orders.csv")))
        .isEqualTo("orders.csv: no such file or folder");
  }

  @Test
  void deniedAccessSaysWhatToDo() {
    assertThat(DiskErrors.inWords(new AccessDeniedException("published")))
        .isEqualTo("published: access is denied (let this program's user read and write there)");
  }

  @Test
  void theCauseIsSaidBehindWhatWasTried() {
    assertThat(
            DiskErrors.inWords(
                new UncheckedIOException("cannot read a.yaml", new NoSuchFileException("a.yaml"))))
        .isEqualTo("cannot read a.yaml: a.yaml: no such file or folder");
  }

  @Test
  void anyOtherMessageStandsAsItIs() {
    assertThat(DiskErrors.inWords(new IOException("the disk is full")))
        .isEqualTo("the disk is full");
  }
}
