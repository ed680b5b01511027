package io.kindred.serving.command;

import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.Language;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.Measure;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Reliability;
import io.kindred.models.Segment;
import io.kindred.models.SegmentWords;
import io.kindred.serving.text.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows what a bundle holds.
@Command(
    name = "show",
    description = "Show what a bundle holds: its segments, what it predicts, how good it is.",
    footer = {"", "Example:", "  kindred bundle show 2a09dfeb50ff --model online-shop"})
final class BundleShowCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final BundleArgument argument = new BundleArgument();

  @Option(names = "--json", description = "Print the same facts as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Bundle bundle = argument.open();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.print(BundleJson.text(bundle));
      out.flush();
      return 0;
    }
    printHead(out, bundle);
    printSegments(out, bundle.contents());
    printConfidence(out, bundle.contents());
    printTargets(out, bundle.contents());
    printEvaluation(out, bundle.contents());
    out.printf("%nReport: %s%n", argument.registry().report(bundle.contents().name(), bundle.id()));
    out.flush();
    return 0;
  }

  private static void printHead(PrintWriter out, Bundle bundle) {
    BundleContents contents = bundle.contents();
    out.printf("Bundle      %s%n", bundle.id());
    out.printf("Model       %s%n", contents.name());
    out.printf("Data until  %s%n", contents.asOf().atZone(contents.schema().zone()));
    out.printf("Currency    %s%n", contents.schema().currency());
    out.printf(
        "Features    %d, fingerprint %.12s%n",
        contents.schema().size(), contents.schema().fingerprint());
    out.printf("Golden rows %d%n", contents.goldenRows().size());
  }

  private static void printSegments(PrintWriter out, BundleContents contents) {
    Table table =
        Table.of(
            Table.words("Segment"),
            Table.words("Name"),
            Table.numbers("Customers"),
            Table.numbers("Share"),
            Table.words("Stability"),
            Table.words("Within"));
    contents.segments().segments().stream()
        .sorted(Comparator.comparingDouble(Segment::share).reversed())
        .forEach(segment ->
            table.add(
                segment.id(),
                segment.name().in(Language.ENGLISH),
                "%,d".formatted(segment.customers()),
                "%.1f %%".formatted(100 * segment.share()),
                stability(segment),
                macroName(contents, segment)));
    out.printf(
        "%nSegments; given at a confidence of %.0f %% or more, a macro-segment at %.0f %%%n",
        100 * contents.segments().rules().leastConfidence(),
        100 * contents.segments().rules().leastMacroConfidence());
    out.print(table.text(2));
  }

  private static String stability(Segment segment) {
    String measured =
        segment.stability().isPresent() ? "%.2f".formatted(segment.stability().getAsDouble()) : "-";
    return segment.unstable() ? measured + " unstable" : measured;
  }

  private static String macroName(BundleContents contents, Segment segment) {
    return contents.segments().macroSegments().stream()
        .filter(macro -> macro.id().equals(segment.macroSegmentId()))
        .map(macro -> macro.name().in(Language.ENGLISH))
        .findFirst()
        .orElseThrow();
  }

  private static void printConfidence(PrintWriter out, BundleContents contents) {
    out.printf(
        "%nHow sure a segment is: %s; prediction sets are to hold it for %.0f %%%n",
        SegmentWords.counted(contents.segments()),
        100 * contents.segments().rules().usualCoverage());
    Table table =
        Table.of(
            Table.words("Of customers"),
            Table.numbers("Number"),
            Table.numbers(heading(SegmentWords.CALIBRATION_ERROR)),
            Table.numbers(heading(SegmentWords.COVERAGE)),
            Table.numbers(heading(SegmentWords.MEAN_SET_SIZE)));
    for (Reliability group : contents.evaluation().segmentConfidence()) {
      table.add(
          group.group(),
          "%,d".formatted(group.customers()),
          "%.1f %%".formatted(100 * group.calibrationError()),
          "%.1f %%".formatted(100 * group.coverage()),
          "%.2f".formatted(group.meanSetSize()));
    }
    if (contents.evaluation().segmentConfidence().isEmpty()) {
      out.printf("  not measured%n");
    } else {
      out.print(table.text(2));
    }
  }

  private static String heading(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static void printTargets(PrintWriter out, BundleContents contents) {
    out.printf("%nPredicts%n");
    for (PropensityTarget target : contents.targets().propensities()) {
      out.printf(
          "  %s: %s within %d days, which %.1f %% do; by %s%n",
          target.name(),
          target.event(),
          target.horizonDays(),
          100 * target.baseRate(),
          target.model());
    }
    LifetimeValueTarget value = contents.targets().lifetimeValue();
    if (value.horizonDays() > 0) {
      out.printf(
          "  lifetime value: spend within %d days, with a range for %.0f %% of customers; by %s%n",
          value.horizonDays(), 100 * value.coverage(), value.model());
    }
  }

  private static void printEvaluation(PrintWriter out, BundleContents contents) {
    Table table =
        Table.of(
            Table.words("Of"),
            Table.words("Figure"),
            Table.numbers("Value"),
            Table.words("95 % interval"),
            Table.words("Simpler ways"));
    for (Measure measure : contents.evaluation().measures()) {
      if (SegmentWords.isOfReliability(measure)) {
        continue; // It stands above, of all customers and by group.
      }
      table.add(
          measure.subject(),
          measure.name(),
          "%.4g".formatted(measure.value()),
          measure
              .interval()
              .map(interval -> "%.4g to %.4g".formatted(interval.low(), interval.high()))
              .orElse("-"),
          measure.baselines().stream()
              .map(baseline -> "%s %.4g".formatted(baseline.name(), baseline.value()))
              .collect(Collectors.joining(", ")));
    }
    out.printf("%nMeasured on what it was not fitted on%n");
    out.print(table.text(2));
    contents.evaluation().remarks().forEach(remark -> out.printf("  %s%n", remark));
  }
}
