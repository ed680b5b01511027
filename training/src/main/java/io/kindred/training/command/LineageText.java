package io.kindred.training.command;

import io.kindred.models.LineageEvent;
import io.kindred.models.Movement;
import io.kindred.training.check.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// What became of segments, in words.
final class LineageText {
  private LineageText() {}

  /// One sentence.
  static String sentence(LineageEvent event) {
    String from = String.join(", ", event.from());
    String to = String.join(", ", event.to());
    return switch (event.kind()) {
      case CONTINUED -> "%s goes on%s.".formatted(from, overlap(event));
      case SPLIT -> "%s split into %s%s.".formatted(from, to, overlap(event));
      case MERGED -> "%s merged into %s%s.".formatted(from, to, overlap(event));
      case BORN -> "%s is new.".formatted(to);
      case RETIRED -> "%s is no more.".formatted(from);
    };
  }

  /// Who moved, as tables.
  ///
  /// @param nameOf a segment's name, empty for one that has none
  static List<String> lines(Movement movement, UnaryOperator<String> nameOf) {
    List<String> lines = new ArrayList<>();
    lines.add("%,d customers were known at both dates.".formatted(movement.customers()));
    lines.add("");
    TextTable table = new TextTable("<", "<", ">", ">", ">", ">");
    table.row("Segment", "Name", "Before", "Customers changed", "Model changed", "After");
    for (Movement.Line line : movement.lines()) {
      table.row(
          line.segmentId(),
          nameOf.apply(line.segmentId()),
          "%,d".formatted(line.before()),
          "%+,d".formatted(line.customersChanged()),
          "%+,d".formatted(line.modelChanged()),
          "%,d".formatted(line.after()));
    }
    lines.addAll(table.lines());
    groups("New customers", movement.arrived(), lines);
    groups("Customers not known any more", movement.left(), lines);
    flows("What customers did (from, to), by the model before", movement.customersChanged(), lines);
    flows("What the new model changed (from, to)", movement.modelChanged(), lines);
    lines.add("");
    lines.add(
        "* stands for all that have fewer than %d customers, counted together."
            .formatted(Movement.FEWEST));
    return lines;
  }

  private static void groups(String title, List<Movement.Group> groups, List<String> lines) {
    int sum = groups.stream().mapToInt(Movement.Group::customers).sum();
    lines.add("");
    lines.add("%s: %,d".formatted(title, sum));
    TextTable table = new TextTable("<", ">");
    groups.forEach(
        group -> table.row("  " + group.segmentId(), "%,d".formatted(group.customers())));
    lines.addAll(table.lines());
  }

  private static void flows(String title, List<Movement.Flow> flows, List<String> lines) {
    lines.add("");
    lines.add(title);
    TextTable table = new TextTable("<", "<", ">");
    flows.forEach(
        flow -> table.row("  " + flow.from(), flow.to(), "%,d".formatted(flow.customers())));
    lines.addAll(table.lines());
  }

  private static String overlap(LineageEvent event) {
    return ", %.0f %% of the members in common".formatted(100 * event.overlap());
  }
}
