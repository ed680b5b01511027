package io.kindred.models;

/// The names by which whoever writes the ONNX graph and whoever runs it know its ends.
///
/// The full graph has all outputs; the segments' own graph, which answers faster, those of segments
/// and familiarity alone. The input is one feature row per customer, single precision, NaN for
/// unknown; the outputs are double precision, one row per customer.
public final class Graph {
  public static final String FEATURES = "features";
  public static final String SEGMENTS = "segments";
  public static final String MACRO_SEGMENTS = "macro_segments";

  /// The segments' probabilities in each forecast, one forecast after the other.
  public static final String SEGMENT_FORECASTS = "segment_forecasts";

  /// One column; see {@link io.kindred.models.segmentation.Familiarity}.
  public static final String FAMILIARITY = "familiarity";

  public static final String PROPENSITIES = "propensities";

  /// Columns as in {@link ValueOutput}.
  public static final String VALUE = "value";

  /// How far two computations of the same outputs may differ; see {@link Outputs#distance}.
  public static final double TOLERANCE = 1e-5;

  private Graph() {}
}
