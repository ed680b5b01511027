package io.kindred.training.lineage;

import io.kindred.features.Customer;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.models.Bundle;
import io.kindred.models.BundleException;
import io.kindred.models.MacroSegment;
import io.kindred.models.Movement;
import io.kindred.models.Segment;
import io.kindred.models.Segments;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.Scorer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A published model that assigns customers as of any date, with its own features.
///
/// Where it abstains the likeliest segment still counts: whether a model is sure has nothing to do
/// with what a segment is.
public final class ModelBefore implements AutoCloseable {
  /// So many rows are in memory at once.
  private static final int ROWS = 8192;

  private final Scorer scorer;

  private ModelBefore(Scorer scorer) {
    this.scorer = scorer;
  }

  /// Loads a bundle's model.
  ///
  /// @throws BundleException where it does not answer here as it did where it was made
  public static ModelBefore open(Bundle bundle) throws BundleException {
    return new ModelBefore(Scorer.open(bundle));
  }

  public Bundle bundle() {
    return scorer.bundle();
  }

  public Featurizer featurizer() {
    return scorer.featurizer();
  }

  /// The likeliest segment of each customer, numbered as in the bundle, of equals the first; {@link
  /// MovementCount#UNKNOWN} for customers not known by then.
  public int[] assign(List<Customer> customers, Instant asOf) {
    int[] segments = new int[customers.size()];
    Arrays.fill(segments, MovementCount.UNKNOWN);
    int[] known =
        IntStream.range(0, segments.length)
            .filter(i -> !customers.get(i).history().asOf(asOf).isEmpty())
            .toArray();
    for (int begin = 0; begin < known.length; begin += ROWS) {
      int[] part = Arrays.copyOfRange(known, begin, Math.min(begin + ROWS, known.length));
      float[][] rows =
          Arrays.stream(part)
              .parallel()
              .mapToObj(customers::get)
              .map(
                  customer -> scorer.featurizer().row(customer.history(), customer.account(), asOf))
              .toArray(float[][]::new);
      List<SegmentOutputs> outputs = scorer.segments(rows);
      for (int i = 0; i < part.length; i++) {
        segments[part[i]] = Probabilities.likeliest(outputs.get(i).posterior());
      }
    }
    return segments;
  }

  /// Who moves from this model at its date to another at its own.
  public Movement movementTo(ModelBefore other, List<Customer> customers) {
    checkComparable(other.bundle().contents().schema());
    Instant from = bundle().contents().asOf();
    Instant to = other.bundle().contents().asOf();
    return MovementCount.of(
        from,
        to,
        segmentIds(),
        other.segmentIds(),
        assign(customers, from),
        assign(customers, to),
        other.assign(customers, to));
  }

  /// The macro-segment of each micro-segment, by number.
  int[] macroSegmentOf() {
    Segments segments = segments();
    List<String> macroIds = segments.macroSegments().stream().map(MacroSegment::id).toList();
    return segments.segments().stream()
        .mapToInt(segment -> macroIds.indexOf(segment.macroSegmentId()))
        .toArray();
  }

  List<String> segmentIds() {
    return segments().segments().stream().map(Segment::id).toList();
  }

  List<String> macroSegmentIds() {
    return segments().macroSegments().stream().map(MacroSegment::id).toList();
  }

  /// Refuses to be compared with features of another currency.
  public void checkComparable(FeatureSchema schema) {
    String currency = bundle().contents().schema().currency();
    if (!currency.equals(schema.currency())) {
      throw new IllegalArgumentException(
          "%s knows amounts in %s, not in %s (expected the same; convert the amounts, or start anew with --fresh)"
              .formatted(bundle(), currency, schema.currency()));
    }
  }

  @Override
  public void close() {
    scorer.close();
  }

  private Segments segments() {
    return bundle().contents().segments();
  }
}
