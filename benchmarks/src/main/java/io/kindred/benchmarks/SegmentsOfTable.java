package io.kindred.benchmarks;

import io.kindred.features.FeatureTable;
import io.kindred.models.segmentation.PredictionSets;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.segmentation.Candidate;
import io.kindred.training.segmentation.SegmentFit;
import io.kindred.training.segmentation.SegmentTrainer;
import io.kindred.training.segmentation.SegmentTrainer.AssignmentLimits;
import io.kindred.training.segmentation.Segmentation;
import io.kindred.training.segmentation.SegmentationOptions;
import io.kindred.training.segmentation.SegmentsBefore;
import io.kindred.training.segmentation.TrainedSegments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Segments of a plain file with the default options, and what they say of each of its rows.
///
/// Arguments: the file as {@link PlainTable} reads it; the file to write; further, `--seed` and a
/// number, `--rows` and a file of the same columns whose rows are to be judged instead, and
/// `--calibrated no` where the posterior is all that is wanted. Written are, for each row, the
/// likeliest segment, the posterior of each, the confidence and the 90 % prediction set. One line
/// on standard output says what was found and what it cost.
public final class SegmentsOfTable {
  private static final double LEVEL = .9;

  private SegmentsOfTable() {}

  public static void main(String[] arguments) throws Exception {
    long seed = 1;
    Path learned = Path.of(arguments[0]);
    Path judged = learned;
    boolean calibrated = true;
    for (int a = 2; a < arguments.length; a += 2) {
      switch (arguments[a]) {
        case "--seed" -> seed = Long.parseLong(arguments[a + 1]);
        case "--rows" -> judged = Path.of(arguments[a + 1]);
        case "--calibrated" -> calibrated = !arguments[a + 1].equals("no");
        default ->
            throw new IllegalArgumentException(
                "argument is %s (expected --seed, --rows or --calibrated)".formatted(arguments[a]));
      }
    }
    List<FeatureTable> tables = PlainTable.read(List.of(learned, judged));
    FeatureTable learning = tables.getFirst();
    SegmentationOptions options = SegmentationOptions.defaults(seed);
    Cost.Timed<SegmentFit> fit =
        Cost.timed(() -> SegmentFit.of(learning, SegmentsBefore.none(learning.size()), options));
    double calibration = 0;
    if (calibrated) {
      Cost.Timed<TrainedSegments> trained =
          Cost.timed(() ->
              SegmentTrainer.ofTable(
                  fit.answer(),
                  learning,
                  learning.select(new int[0]),
                  new AssignmentLimits(.6, .6, 90, LEVEL),
                  options.seed()));
      calibration = trained.cpuSeconds();
      write(Path.of(arguments[1]), trained.answer(), tables.getLast());
    } else {
      write(Path.of(arguments[1]), fit.answer().trees().whole(), tables.getLast());
    }
    Segmentation segmentation = fit.answer().parts().getFirst().orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "{\"segments\": %d, \"covariance\": \"%s\", \"structure\": %s, \"cpu\": %.2f,"
            + " \"cpu_calibration\": %.2f, \"megabytes\": %d, \"left_out\": %d, \"candidates\": [%s]}%n",
        segmentation.segments(),
        segmentation.covariance(),
        segmentation.structure().passed(),
        fit.cpuSeconds(),
        calibration,
        Cost.peakMegabytes(),
        segmentation.leftOut().size(),
        segmentation.candidates().stream()
            .map(SegmentsOfTable::text)
            .collect(Collectors.joining(", ")));
  }

  private static String text(Candidate candidate) {
    return String.format(
        Locale.ROOT,
        "{\"segments\": %d, \"log_likelihood\": %.4f, \"error\": %.4f, \"stability\": %.3f}",
        candidate.segments(),
        candidate.logLikelihood(),
        candidate.standardError(),
        candidate.stability());
  }

  private static void write(Path file, TrainedSegments trained, FeatureTable table)
      throws IOException {
    PredictionSets sets = trained.rules().sets();
    int level = sets.indexOf(LEVEL);
    List<String> lines = new ArrayList<>(List.of("segment,posterior,confidence,set"));
    for (int i = 0; i < table.size(); i++) {
      SegmentOutputs outputs = trained.model().outputs(table.row(i));
      double[] settled = outputs.forecasts()[0];
      String set =
          Arrays.stream(sets.set(level, settled))
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(" "));
      int segment = Probabilities.likeliest(outputs.posterior());
      lines.add("%s,%s,%s".formatted(text(outputs.posterior()), settled[segment], set));
    }
    Files.write(file, lines);
  }

  private static void write(Path file, SegmentTree tree, FeatureTable table) throws IOException {
    List<String> lines = new ArrayList<>(List.of("segment,posterior"));
    for (int i = 0; i < table.size(); i++) {
      lines.add(text(tree.posterior(table.row(i))));
    }
    Files.write(file, lines);
  }

  private static String text(double[] posterior) {
    return "%d,%s"
        .formatted(
            Probabilities.likeliest(posterior),
            Arrays.stream(posterior).mapToObj(Double::toString).collect(Collectors.joining(" ")));
  }
}
