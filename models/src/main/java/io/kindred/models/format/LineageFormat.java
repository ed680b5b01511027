package io.kindred.models.format;

import static io.kindred.models.format.HistoryFormat.constant;
import static io.kindred.models.format.HistoryFormat.word;

import io.kindred.models.BundleId;
import io.kindred.models.Lineage;
import io.kindred.models.LineageEvent;
import io.kindred.models.Movement;
import io.kindred.models.bundle.v1.MovementFlow;
import io.kindred.models.bundle.v1.MovementGroup;
import java.util.List;
import java.util.Optional;

/// Where segments come from, to and from messages.
final class LineageFormat {
  private LineageFormat() {}

  static io.kindred.models.bundle.v1.Lineage toMessage(Lineage lineage) {
    var message =
        io.kindred.models.bundle.v1.Lineage.newBuilder()
            .setNextSegment(lineage.nextSegment())
            .setNextMacroSegment(lineage.nextMacroSegment());
    lineage.previous().ifPresent(previous -> message.setPreviousBundleId(previous.value()));
    for (LineageEvent event : lineage.events()) {
      message
          .addEventsBuilder()
          .setKind(word(event.kind()))
          .addAllFrom(event.from())
          .addAllTo(event.to())
          .setOverlap(event.overlap());
    }
    lineage.movement().ifPresent(movement -> message.setMovement(toMessage(movement)));
    return message.build();
  }

  static Lineage fromMessage(io.kindred.models.bundle.v1.Lineage message) {
    return new Lineage(
        message.getPreviousBundleId().isEmpty()
            ? Optional.empty()
            : Optional.of(new BundleId(message.getPreviousBundleId())),
        message.getEventsList().stream()
            .map(event ->
                new LineageEvent(
                    constant(LineageEvent.Kind.class, event.getKind()),
                    event.getFromList(),
                    event.getToList(),
                    event.getOverlap()))
            .toList(),
        message.getNextSegment(),
        message.getNextMacroSegment(),
        message.hasMovement() ? Optional.of(fromMessage(message.getMovement())) : Optional.empty());
  }

  private static io.kindred.models.bundle.v1.Movement toMessage(Movement movement) {
    var message =
        io.kindred.models.bundle.v1.Movement.newBuilder()
            .setFrom(HistoryFormat.toMessage(movement.from()))
            .setTo(HistoryFormat.toMessage(movement.to()))
            .setCustomers(movement.customers());
    for (Movement.Line line : movement.lines()) {
      message
          .addLinesBuilder()
          .setSegmentId(line.segmentId())
          .setBefore(line.before())
          .setCustomersChanged(line.customersChanged())
          .setModelChanged(line.modelChanged())
          .setAfter(line.after());
    }
    movement.customersChanged().forEach(flow -> message.addCustomersChanged(toMessage(flow)));
    movement.modelChanged().forEach(flow -> message.addModelChanged(toMessage(flow)));
    movement.arrived().forEach(group -> message.addArrived(toMessage(group)));
    movement.left().forEach(group -> message.addLeft(toMessage(group)));
    return message.build();
  }

  private static Movement fromMessage(io.kindred.models.bundle.v1.Movement message) {
    return new Movement(
        HistoryFormat.fromMessage(message.getFrom()),
        HistoryFormat.fromMessage(message.getTo()),
        message.getCustomers(),
        message.getLinesList().stream()
            .map(line ->
                new Movement.Line(
                    line.getSegmentId(),
                    line.getBefore(),
                    line.getCustomersChanged(),
                    line.getModelChanged(),
                    line.getAfter()))
            .toList(),
        flows(message.getCustomersChangedList()),
        flows(message.getModelChangedList()),
        groups(message.getArrivedList()),
        groups(message.getLeftList()));
  }

  private static MovementFlow toMessage(Movement.Flow flow) {
    return MovementFlow.newBuilder()
        .setFrom(flow.from())
        .setTo(flow.to())
        .setCustomers(flow.customers())
        .build();
  }

  private static MovementGroup toMessage(Movement.Group group) {
    return MovementGroup.newBuilder()
        .setSegmentId(group.segmentId())
        .setCustomers(group.customers())
        .build();
  }

  private static List<Movement.Flow> flows(List<MovementFlow> messages) {
    return messages.stream()
        .map(flow -> new Movement.Flow(flow.getFrom(), flow.getTo(), flow.getCustomers()))
        .toList();
  }

  private static List<Movement.Group> groups(List<MovementGroup> messages) {
    return messages.stream()
        .map(group -> new Movement.Group(group.getSegmentId(), group.getCustomers()))
        .toList();
  }
}
