package io.kindred.models.format;

import com.google.protobuf.InvalidProtocolBufferException;
import io.kindred.models.bundle.v1.Manifest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Bundles that hold together though no Kindred made them: their manifest names what is there.
final class Seal {
  private Seal() {}

  /// The files with their manifest made anew.
  static SortedMap<String, byte[]> anew(Map<String, byte[]> files) {
    return anew(files, _ -> {});
  }

  /// The files with their manifest made anew and then changed.
  static SortedMap<String, byte[]> anew(
      Map<String, byte[]> files, Consumer<Manifest.Builder> change) {
    SortedMap<String, byte[]> sealed = new TreeMap<>(files);
    byte[] old = sealed.remove(BundleFormat.MANIFEST);
    if (old == null) {
      throw new IllegalArgumentException("there is no manifest to make anew");
    }
    try {
      Manifest.Builder manifest = Manifest.parseFrom(old).toBuilder().clearFiles();
      sealed.forEach((name, bytes) ->
          manifest.addFilesBuilder().setName(name).setBytes(bytes.length).setSha256(digest(bytes)));
      change.accept(manifest);
      sealed.put(BundleFormat.MANIFEST, manifest.build().toByteArray());
      return sealed;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("the manifest cannot be read", e);
    }
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
