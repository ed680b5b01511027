package io.kindred.models.format;

import io.kindred.models.GoldenRow;
import io.kindred.models.Outputs;
import io.kindred.models.bundle.v1.GoldenRows;
import io.kindred.models.segmentation.SegmentOutputs;
import java.util.Arrays;
import java.util.List;

/// Golden rows to and from their messages.
final class GoldenFormat {
  private GoldenFormat() {}

  static GoldenRows toMessage(List<GoldenRow> rows) {
    GoldenRows.Builder message = GoldenRows.newBuilder();
    for (GoldenRow row : rows) {
      var rowMessage =
          message
              .addRowsBuilder()
              .setAsOf(HistoryFormat.toMessage(row.asOf()))
              .setHistory(HistoryFormat.toMessage(row.history()))
              .setAccount(HistoryFormat.toMessage(row.account()));
      for (float feature : row.features()) {
        rowMessage.addFeatures(feature);
      }
      Outputs outputs = row.outputs();
      var outputsMessage = rowMessage.getOutputsBuilder();
      SegmentOutputs segments = outputs.segments();
      Arrays.stream(segments.posterior()).forEach(outputsMessage::addSegments);
      Arrays.stream(segments.macroSegments()).forEach(outputsMessage::addMacroSegments);
      for (double[] forecast : segments.forecasts()) {
        Arrays.stream(forecast).forEach(outputsMessage::addSegmentForecasts);
      }
      outputsMessage.setFamiliarity(segments.familiarity());
      Arrays.stream(outputs.propensities()).forEach(outputsMessage::addPropensities);
      Arrays.stream(outputs.value()).forEach(outputsMessage::addValue);
    }
    return message.build();
  }

  static List<GoldenRow> fromMessage(GoldenRows message) {
    return message.getRowsList().stream()
        .map(row ->
            new GoldenRow(
                HistoryFormat.fromMessage(row.getAsOf()),
                HistoryFormat.fromMessage(row.getHistory()),
                HistoryFormat.fromMessage(row.getAccount()),
                features(row),
                new Outputs(
                    segments(row.getOutputs()),
                    numbers(row.getOutputs().getPropensitiesList()),
                    numbers(row.getOutputs().getValueList()))))
        .toList();
  }

  private static SegmentOutputs segments(io.kindred.models.bundle.v1.Outputs message) {
    double[] forecasts = numbers(message.getSegmentForecastsList());
    int segments = message.getSegmentsCount();
    if (segments == 0 || forecasts.length % segments != 0) {
      throw new IllegalArgumentException(
          "a golden row has %d numbers of forecasts for %d segments (expected a multiple)"
              .formatted(forecasts.length, segments));
    }
    return new SegmentOutputs(
        numbers(message.getSegmentsList()),
        numbers(message.getMacroSegmentsList()),
        SegmentOutputs.split(forecasts, segments),
        message.getFamiliarity());
  }

  private static float[] features(io.kindred.models.bundle.v1.GoldenRow row) {
    float[] features = new float[row.getFeaturesCount()];
    for (int i = 0; i < features.length; i++) {
      features[i] = row.getFeatures(i);
    }
    return features;
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
