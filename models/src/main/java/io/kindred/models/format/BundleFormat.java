package io.kindred.models.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.util.JsonFormat;
import io.kindred.features.FeatureSchema;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.BundleId;
import io.kindred.models.ModelName;
import io.kindred.models.bundle.v1.Evaluation;
import io.kindred.models.bundle.v1.FileEntry;
import io.kindred.models.bundle.v1.GoldenRows;
import io.kindred.models.bundle.v1.Lineage;
import io.kindred.models.bundle.v1.Manifest;
import io.kindred.models.bundle.v1.Schema;
import io.kindred.models.bundle.v1.SegmentModel;
import io.kindred.models.bundle.v1.Segments;
import io.kindred.models.bundle.v1.Targets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A bundle to and from the bytes of its files.
///
/// The id is the manifest's digest and the manifest holds every file's digest, so that an id
/// vouches for every byte.
public final class BundleFormat {
  /// Raised whenever an older reader would misread a newer bundle.
  public static final int VERSION = 3;

  public static final String MANIFEST = "manifest.pb";
  public static final String REPORT = "report.html";
  public static final String SCHEMA = "schema.json";
  public static final String MODEL = "model.onnx";
  public static final String SEGMENT_GRAPH = "segments.onnx";
  public static final String SEGMENTS = "segments.json";
  public static final String TARGETS = "targets.json";
  public static final String EVALUATION = "evaluation.json";
  private static final String LINEAGE = "lineage.json";
  private static final String GOLDEN = "golden.pb";
  private static final String SEGMENT_MODEL = "segment-model.pb";

  private BundleFormat() {}

  /// The files of a bundle by name, the manifest among them.
  public static SortedMap<String, byte[]> encode(BundleContents contents) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(SCHEMA, json(SchemaFormat.toMessage(contents.schema())));
    files.put(SEGMENTS, json(SegmentFormat.toMessage(contents.segments())));
    files.put(LINEAGE, json(LineageFormat.toMessage(contents.lineage())));
    files.put(TARGETS, json(DescriptionFormat.toMessage(contents.targets())));
    files.put(EVALUATION, json(DescriptionFormat.toMessage(contents.evaluation())));
    files.put(GOLDEN, GoldenFormat.toMessage(contents.goldenRows()).toByteArray());
    files.put(SEGMENT_MODEL, SegmentModelFormat.toMessage(contents.segmentModel()).toByteArray());
    files.put(MODEL, contents.model());
    files.put(SEGMENT_GRAPH, contents.segmentGraph());
    files.put(REPORT, contents.report().getBytes(UTF_8));

    Manifest.Builder manifest =
        Manifest.newBuilder()
            .setFormat(VERSION)
            .setName(contents.name().value())
            .setAsOf(HistoryFormat.toMessage(contents.asOf()))
            .setSchemaFingerprint(contents.schema().fingerprint());
    files.forEach((name, bytes) ->
        manifest.addFilesBuilder().setName(name).setSha256(digest(bytes)).setBytes(bytes.length));
    files.put(MANIFEST, manifest.build().toByteArray());
    return files;
  }

  /// The id that these files' manifest gives them.
  public static BundleId id(Map<String, byte[]> files) throws BundleException {
    return new BundleId(digest(file(files, MANIFEST)));
  }

  /// The bundle that these files are, every byte of them checked.
  ///
  /// @throws BundleException where a file is missing, foreign or changed, or a part does not hold
  ///   together
  public static Bundle decode(Map<String, byte[]> files) throws BundleException {
    Manifest manifest = manifest(files);
    checkFiles(manifest, files);
    FeatureSchema schema =
        parse(
            SCHEMA,
            () -> SchemaFormat.fromMessage(fromJson(files, SCHEMA, Schema.newBuilder()).build()));
    if (!schema.fingerprint().equals(manifest.getSchemaFingerprint())) {
      throw new BundleException(
          "%s computes features otherwise than this program: its fingerprint is %.12s, the bundle's %.12s"
                  .formatted(SCHEMA, schema.fingerprint(), manifest.getSchemaFingerprint())
              + " (train a bundle with this version of Kindred, or serve this one with the version"
              + " that made it)");
    }
    BundleContents contents =
        parse(
            "the bundle",
            () ->
                new BundleContents(
                    new ModelName(manifest.getName()),
                    HistoryFormat.fromMessage(manifest.getAsOf()),
                    schema,
                    SegmentFormat.fromMessage(
                        fromJson(files, SEGMENTS, Segments.newBuilder()).build()),
                    LineageFormat.fromMessage(
                        fromJson(files, LINEAGE, Lineage.newBuilder()).build()),
                    SegmentModelFormat.fromMessage(
                        SegmentModel.parseFrom(file(files, SEGMENT_MODEL))),
                    DescriptionFormat.fromMessage(
                        fromJson(files, TARGETS, Targets.newBuilder()).build()),
                    DescriptionFormat.fromMessage(
                        fromJson(files, EVALUATION, Evaluation.newBuilder()).build()),
                    GoldenFormat.fromMessage(GoldenRows.parseFrom(file(files, GOLDEN))),
                    file(files, MODEL),
                    file(files, SEGMENT_GRAPH),
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(file(files, REPORT))).toString()));
    return new Bundle(id(files), contents);
  }

  private static Manifest manifest(Map<String, byte[]> files) throws BundleException {
    Manifest manifest = parse(MANIFEST, () -> Manifest.parseFrom(file(files, MANIFEST)));
    if (manifest.getFormat() != VERSION) {
      throw new BundleException(
          "%s has format %d (expected %d; this bundle was made by another version of Kindred)"
              .formatted(MANIFEST, manifest.getFormat(), VERSION));
    }
    return manifest;
  }

  private static void checkFiles(Manifest manifest, Map<String, byte[]> files)
      throws BundleException {
    Map<String, byte[]> unnamed = new TreeMap<>(files);
    unnamed.remove(MANIFEST);
    for (FileEntry entry : manifest.getFilesList()) {
      byte[] bytes = file(files, entry.getName());
      unnamed.remove(entry.getName());
      if (bytes.length != entry.getBytes()) {
        throw new BundleException(
            "%s has %d bytes (expected %d; the bundle was cut off or changed: publish it again)"
                .formatted(entry.getName(), bytes.length, entry.getBytes()));
      }
      if (!digest(bytes).equals(entry.getSha256())) {
        throw new BundleException(
            "%s has digest %.12s (expected %.12s; the bundle was changed after it was published:"
                    .formatted(entry.getName(), digest(bytes), entry.getSha256())
                + " publish it again)");
      }
    }
    if (!unnamed.isEmpty()) {
      throw new BundleException(
          "the manifest does not name %s (expected no other file; take it out of the bundle)"
              .formatted(String.join(", ", unnamed.keySet())));
    }
  }

  private static byte[] file(Map<String, byte[]> files, String name) throws BundleException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new BundleException(
          "%s is missing (expected in every bundle; publish it again)".formatted(name));
    }
    return bytes;
  }

  private static byte[] json(MessageOrBuilder message) {
    try {
      return (JsonFormat.printer().print(message) + "\n").getBytes(UTF_8);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("messages without Any always print", e);
    }
  }

  private static <B extends Message.Builder> B fromJson(
      Map<String, byte[]> files, String name, B builder) throws IOException {
    String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file(files, name))).toString();
    JsonFormat.parser().merge(text, builder);
    return builder;
  }

  /// Runs a reader and says of which part it failed.
  private static <T> T parse(String part, Reader<T> reader) throws BundleException {
    try {
      return reader.read();
    } catch (BundleException e) {
      throw e;
    } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new BundleException(
          "%s cannot be read: %s (publish the bundle again)".formatted(part, e.getMessage()), e);
    }
  }

  private interface Reader<T> {
    T read() throws IOException;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
