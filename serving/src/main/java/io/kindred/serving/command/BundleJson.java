package io.kindred.serving.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.Segment;
import io.kindred.models.format.BundleFormat;
import java.util.Map;
import java.util.Objects;

/// What a bundle holds as JSON: its own files of segments, targets and evaluation, and what it is.
final class BundleJson {
  private BundleJson() {}

  static String text(Bundle bundle) {
    BundleContents contents = bundle.contents();
    Map<String, byte[]> files = BundleFormat.encode(contents);
    return """
    {
      "bundle": "%s",
      "model": "%s",
      "dataUntil": "%s",
      "currency": %s,
      "features": %d,
      "fingerprint": "%s",
      "goldenRows": %d,
      "segmentCount": %d,
      "unstableSegments": %d,
      "segments": %s,
      "targets": %s,
      "evaluation": %s
    }
    """
        .formatted(
            bundle.id().value(),
            contents.name(),
            contents.asOf(),
            quoted(contents.schema().currency()),
            contents.schema().size(),
            contents.schema().fingerprint(),
            contents.goldenRows().size(),
            contents.segments().segments().size(),
            contents.segments().segments().stream().filter(Segment::unstable).count(),
            nested(files, BundleFormat.SEGMENTS),
            nested(files, BundleFormat.TARGETS),
            nested(files, BundleFormat.EVALUATION));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String nested(Map<String, byte[]> files, String name) {
    return new String(Objects.requireNonNull(files.get(name)), UTF_8).indent(2).strip();
  }
}
