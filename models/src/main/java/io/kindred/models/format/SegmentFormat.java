package io.kindred.models.format;

import io.kindred.models.MacroSegment;
import io.kindred.models.Segment;
import io.kindred.models.SegmentName;
import io.kindred.models.Segments;
import io.kindred.models.Text;
import java.util.Optional;
import java.util.OptionalDouble;

/// Segments to and from their messages.
final class SegmentFormat {
  private SegmentFormat() {}

  static io.kindred.models.bundle.v1.Segments toMessage(Segments segments) {
    var message =
        io.kindred.models.bundle.v1.Segments.newBuilder()
            .setRules(AssignmentFormat.toMessage(segments.rules()));
    for (MacroSegment macro : segments.macroSegments()) {
      message
          .addMacroSegmentsBuilder()
          .setId(macro.id())
          .setName(toMessage(macro.name()))
          .setShare(macro.share());
    }
    for (Segment segment : segments.segments()) {
      var segmentMessage =
          message
              .addSegmentsBuilder()
              .setId(segment.id())
              .setMacroSegmentId(segment.macroSegmentId())
              .setName(toMessage(segment.name()))
              .setShare(segment.share())
              .setCustomers(segment.customers())
              .setUnstable(segment.unstable())
              .setPersona(PersonaFormat.toMessage(segment.persona()));
      segment.stability().ifPresent(segmentMessage::setStability);
    }
    return message.build();
  }

  static Segments fromMessage(io.kindred.models.bundle.v1.Segments message) {
    return new Segments(
        message.getMacroSegmentsList().stream()
            .map(macro ->
                new MacroSegment(macro.getId(), fromMessage(macro.getName()), macro.getShare()))
            .toList(),
        message.getSegmentsList().stream().map(SegmentFormat::fromMessage).toList(),
        AssignmentFormat.fromMessage(message.getRules()));
  }

  private static Segment fromMessage(io.kindred.models.bundle.v1.Segment message) {
    return new Segment(
        message.getId(),
        message.getMacroSegmentId(),
        fromMessage(message.getName()),
        message.getShare(),
        message.getCustomers(),
        message.hasStability() ? OptionalDouble.of(message.getStability()) : OptionalDouble.empty(),
        message.getUnstable(),
        PersonaFormat.fromMessage(message.getPersona()));
  }

  private static io.kindred.models.bundle.v1.SegmentName toMessage(SegmentName name) {
    var message =
        io.kindred.models.bundle.v1.SegmentName.newBuilder()
            .setSuggested(toMessage(name.suggested()));
    name.given().ifPresent(message::setGiven);
    return message.build();
  }

  private static SegmentName fromMessage(io.kindred.models.bundle.v1.SegmentName message) {
    return new SegmentName(
        fromMessage(message.getSuggested()),
        message.hasGiven() ? Optional.of(message.getGiven()) : Optional.empty());
  }

  static io.kindred.models.bundle.v1.Text toMessage(Text text) {
    return io.kindred.models.bundle.v1.Text.newBuilder()
        .setEn(text.english())
        .setSv(text.swedish())
        .build();
  }

  static Text fromMessage(io.kindred.models.bundle.v1.Text message) {
    return new Text(message.getEn(), message.getSv());
  }
}
