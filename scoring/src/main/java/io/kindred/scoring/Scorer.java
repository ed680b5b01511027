package io.kindred.scoring;

import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.GoldenRow;
import io.kindred.models.Graph;
import io.kindred.models.Outputs;
import io.kindred.models.format.BundleFormat;
import io.kindred.models.segmentation.SegmentOutputs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/// A bundle that answers: histories or feature rows to scores.
///
/// Any number of threads may ask at once.
public final class Scorer implements AutoCloseable {
  private final Bundle bundle;
  private final Featurizer featurizer;
  private final OnnxModel model;
  private final OnnxModel segmentGraph;

  private Scorer(Bundle bundle, Featurizer featurizer, OnnxModel model, OnnxModel segmentGraph) {
    this.bundle = bundle;
    this.featurizer = featurizer;
    this.model = model;
    this.segmentGraph = segmentGraph;
  }

  /// Loads a bundle's graphs and recomputes its golden rows, by both graphs and by the segment
  /// model that explains them.
  ///
  /// @throws BundleException where a graph does not load, or a golden row comes out otherwise here
  ///   than where the bundle was made
  public static Scorer open(Bundle bundle) throws BundleException {
    Scorer scorer = load(bundle);
    try {
      scorer.checkGoldenRows();
    } catch (BundleException | RuntimeException e) {
      scorer.close();
      throw e;
    }
    return scorer;
  }

  private static Scorer load(Bundle bundle) throws BundleException {
    BundleContents contents = bundle.contents();
    int features = contents.schema().size();
    Featurizer featurizer =
        part(bundle, BundleFormat.SCHEMA, () -> new Featurizer(contents.schema()));
    OnnxModel model =
        part(bundle, BundleFormat.MODEL, () -> OnnxModel.load(contents.model(), features));
    try {
      OnnxModel segmentGraph =
          part(
              bundle,
              BundleFormat.SEGMENT_GRAPH,
              () -> OnnxModel.loadSegments(contents.segmentGraph(), features));
      return new Scorer(bundle, featurizer, model, segmentGraph);
    } catch (BundleException e) {
      model.close();
      throw e;
    }
  }

  /// What is wrong is told with the file that it is in.
  private static <T> T part(Bundle bundle, String file, Supplier<T> part) throws BundleException {
    try {
      return part.get();
    } catch (IllegalArgumentException e) {
      throw new BundleException("%s: %s: %s".formatted(bundle, file, e.getMessage()), e);
    }
  }

  public Bundle bundle() {
    return bundle;
  }

  public Featurizer featurizer() {
    return featurizer;
  }

  /// The score of a customer who is nobody's contact.
  public Score score(History history, Instant asOf) {
    return score(history, History.empty(), asOf);
  }

  /// The score of a contact.
  ///
  /// @param account the history of the account whose contact the customer is; empty for none
  public Score score(History history, History account, Instant asOf) {
    return score(featurizer.row(history, account, asOf), asOf);
  }

  public Score score(float[] row, Instant asOf) {
    return score(new float[][] {row}, List.of(asOf)).getFirst();
  }

  /// The scores of many rows in one run.
  ///
  /// @param asOf the moment of each row
  /// @throws IllegalArgumentException where rows do not fit the schema or their moments
  public List<Score> score(float[][] rows, List<Instant> asOf) {
    if (rows.length != asOf.size()) {
      throw new IllegalArgumentException(
          "%d rows with %d moments (expected as many)".formatted(rows.length, asOf.size()));
    }
    List<Outputs> outputs = model.run(rows);
    List<Score> scores = new ArrayList<>(rows.length);
    for (int i = 0; i < rows.length; i++) {
      Decision decision =
          Decision.of(bundle.contents(), rows[i], outputs.get(i).segments(), asOf.get(i));
      scores.add(new Score(bundle.id(), asOf.get(i), decision, outputs.get(i)));
    }
    return scores;
  }

  /// What is said of many rows' segments alone, from the segments' own graph.
  ///
  /// @throws IllegalArgumentException where rows do not fit the schema
  public List<SegmentOutputs> segments(float[][] rows) {
    return segmentGraph.runSegments(rows);
  }

  @Override
  public void close() {
    model.close();
    segmentGraph.close();
  }

  private void checkGoldenRows() throws BundleException {
    List<GoldenRow> rows = bundle.contents().goldenRows();
    for (int i = 0; i < rows.size(); i++) {
      try {
        check(rows.get(i), i);
      } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
        throw new BundleException(
            "%s: golden row %d cannot be scored: %s (expected the scores it had where the bundle was made)"
                .formatted(bundle, i, e.getMessage()),
            e);
      }
    }
  }

  private void check(GoldenRow golden, int number) throws BundleException {
    float[] features = featurizer.row(golden.history(), golden.account(), golden.asOf());
    if (!Arrays.equals(features, golden.features())) {
      throw new BundleException(
          "%s: the features of golden row %d come out otherwise here than where the bundle was"
                  .formatted(bundle, number)
              + " made (expected the same to the last digit; serve it with the version of"
              + " Kindred that made it)");
    }
    float[][] row = {features};
    double[] ofSegments = golden.outputs().segments().all();
    // All three: what answers, what answers of segments alone, and what explains.
    double distance =
        DoubleStream.of(
                model.run(row).getFirst().distance(golden.outputs()),
                Outputs.distance(segments(row).getFirst().all(), ofSegments),
                Outputs.distance(
                    bundle.contents().segmentModel().outputs(features).all(), ofSegments))
            .max()
            .getAsDouble();
    if (distance > Graph.TOLERANCE) {
      throw new BundleException(
          String.format(
              Locale.ROOT,
              "%s: the outputs of golden row %d differ by %.2g from those where the bundle was made"
                  + " (expected at most %.0e; serve it on a supported processor or train it anew)",
              bundle,
              number,
              distance,
              Graph.TOLERANCE));
    }
  }
}
