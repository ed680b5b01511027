package io.kindred.models.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.ModelName;
import io.kindred.models.SampleBundle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleFormatTest {
  static final List<String> FILES =
      List.of(
          "evaluation.json",
          "golden.pb",
          "lineage.json",
          "manifest.pb",
          "model.onnx",
          "report.html",
          "schema.json",
          "segment-model.pb",
          "segments.json",
          "segments.onnx",
          "targets.json");

  private final BundleContents contents = SampleBundle.contents();
  private final SortedMap<String, byte[]> files = BundleFormat.encode(contents);

  @Test
  void whatWasWrittenIsRead() throws BundleException {
    assertThat(files.keySet()).containsExactlyElementsOf(FILES);
    Bundle bundle = BundleFormat.decode(files);
    assertThat(bundle.contents()).isEqualTo(contents);
    assertThat(bundle.contents().goldenRows().getLast().features()).contains(Float.NaN);
    assertThat(bundle.id().value()).isEqualTo(Seal.digest(bytes("manifest.pb")));
    assertThat(bundle).hasToString("bundle %s of online-shop".formatted(bundle.id().shortForm()));
  }

  @Test
  void theSameContentsHaveTheSameIdAndOthersAnother() throws BundleException {
    assertThat(BundleFormat.id(BundleFormat.encode(SampleBundle.contents())))
        .isEqualTo(BundleFormat.id(files));
    assertThat(BundleFormat.id(BundleFormat.encode(SampleBundle.contents("another report"))))
        .isNotEqualTo(BundleFormat.id(files));
    assertThat(
            BundleFormat.id(
                BundleFormat.encode(
                    SampleBundle.contents(new ModelName("another"), contents.report()))))
        .isNotEqualTo(BundleFormat.id(files));
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void aMissingFileIsRefused(String name) {
    files.remove(name);
    assertRefused(files, "%s is missing (expected in every bundle; publish it again)", name);
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void aFileCutOffIsRefused(String name) {
    byte[] bytes = bytes(name);
    for (int length = 0; length < bytes.length; length += 1 + bytes.length / 50) {
      Map<String, byte[]> cut = with(name, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> BundleFormat.decode(cut)).isInstanceOf(BundleException.class);
      if (!name.equals(BundleFormat.MANIFEST)) {
        assertRefused(
            cut,
            "%s has %d bytes (expected %d; the bundle was cut off or changed: publish it again)",
            name,
            length,
            bytes.length);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("FILES")
  void aFlippedByteIsRefusedWhereverItStands(String name) throws BundleException {
    byte[] bytes = bytes(name);
    for (int i = 0; i < bytes.length; i++) {
      byte[] flipped = bytes.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      Map<String, byte[]> changed = with(name, flipped);
      if (name.equals(BundleFormat.MANIFEST)) {
        assertThat(BundleFormat.id(changed)).isNotEqualTo(BundleFormat.id(files));
        assertReadOrRefused(changed);
      } else {
        assertRefused(
            changed,
            "%s has digest %.12s (expected %.12s; the bundle was changed after it was published:"
                + " publish it again)",
            name,
            Seal.digest(flipped),
            Seal.digest(bytes));
      }
    }
  }

  /// Whoever makes a bundle by hand gets an error, never a crash.
  @ParameterizedTest
  @FieldSource("FILES")
  void damageThatTheManifestVouchesForIsReadOrRefused(String name) {
    byte[] bytes = bytes(name);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] = (byte) (i * 31 + 7);
      if (!name.equals(BundleFormat.MANIFEST)) {
        assertReadOrRefused(Seal.anew(with(name, changed)));
        assertReadOrRefused(Seal.anew(with(name, Arrays.copyOf(bytes, i))));
      }
    }
  }

  @Test
  void filesThatTheManifestDoesNotNameAreRefused() {
    files.put("notes.txt", new byte[1]);
    files.put("readme", new byte[1]);
    assertRefused(
        files,
        "the manifest does not name notes.txt, readme (expected no other file; take it out of the"
            + " bundle)");
  }

  @Test
  void aRenamedFileIsRefused() {
    files.put("schema.txt", bytes("schema.json"));
    files.remove("schema.json");
    assertRefused(files, "schema.json is missing (expected in every bundle; publish it again)");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, -1})
  void anotherFormatIsRefused(int format) {
    assertRefused(
        Seal.anew(files, manifest -> manifest.setFormat(format)),
        "manifest.pb has format %d (expected 3; this bundle was made by another version of Kindred)",
        format);
  }

  @Test
  void formulasOfAnotherVersionAreRefused() {
    assertRefused(
        Seal.anew(files, manifest -> manifest.setSchemaFingerprint("f".repeat(64))),
        "schema.json computes features otherwise than this program: its fingerprint is %.12s, the"
            + " bundle's ffffffffffff (train a bundle with this version of Kindred, or serve this"
            + " one with the version that made it)",
        contents.schema().fingerprint());
  }

  @Test
  void anotherSchemaUnderTheSameManifestIsRefused() {
    String renamed =
        new String(bytes("schema.json"), UTF_8).replace("Europe/Stockholm", "Europe/Helsinki");
    assertThatThrownBy(
            () -> BundleFormat.decode(Seal.anew(with("schema.json", renamed.getBytes(UTF_8)))))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith("schema.json computes features otherwise than this program");
  }

  @Test
  void wordsThatNobodyKnowsAreRefusedWithThoseThatAreKnown() {
    String text = new String(bytes("targets.json"), UTF_8).replace("high_is_good", "upward");
    assertRefused(
        Seal.anew(with("targets.json", text.getBytes(UTF_8))),
        "the bundle cannot be read: 'upward' is not a Direction (expected one of [high_is_good,"
            + " high_is_bad]) (publish the bundle again)");
  }

  @Test
  void aTimeBeyondTheCalendarIsRefused() {
    assertThatThrownBy(() ->
            BundleFormat.decode(
                Seal.anew(
                    files,
                    manifest ->
                        manifest
                            .getAsOfBuilder()
                            .setSeconds(Long.MAX_VALUE)
                            .setNanos(Integer.MAX_VALUE))))
        .isInstanceOf(BundleException.class)
        .hasMessage("the bundle cannot be read: long overflow (publish the bundle again)");
  }

  private byte[] bytes(String name) {
    return Objects.requireNonNull(files.get(name), name).clone();
  }

  private Map<String, byte[]> with(String name, byte[] bytes) {
    Map<String, byte[]> changed = new TreeMap<>(files);
    changed.put(name, bytes);
    return changed;
  }

  private static void assertReadOrRefused(Map<String, byte[]> files) {
    try {
      assertThat(BundleFormat.decode(files).id()).isEqualTo(BundleFormat.id(files));
    } catch (BundleException e) {
      assertThat(e).message().isNotBlank();
    }
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void assertRefused(
      Map<String, byte[]> files, String message, Object... arguments) {
    assertThatThrownBy(() -> BundleFormat.decode(files))
        .isInstanceOf(BundleException.class)
        .hasMessage(message.formatted(arguments));
  }
}
