package io.kindred.training.propensity;

import io.kindred.features.Feature;
import io.kindred.features.FeatureTable;
import io.kindred.features.MeasurementScale;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/// Fits logistic regression: Tribuo's one door.
final class LogisticTrainer {
  private static final int EPOCHS = 20;
  private static final double LEARNING_RATE = 0.1;
  static final String YES = "yes";
  private static final String NO = "no";
  private static final String UNKNOWN = "?";

  /// Held, so that its level outlives the collector; each fit reports its progress otherwise.
  private static final Logger LOGGER = Logger.getLogger("org.tribuo");

  static {
    LOGGER.setLevel(Level.WARNING);
  }

  private LogisticTrainer() {}

  static LogisticModel fit(FeatureTable table, float[] labels, long seed) {
    int positives = 0;
    for (float label : labels) {
      positives += label > 0 ? 1 : 0;
    }
    if (positives == 0 || positives == labels.length) {
      // One answer only, as a fold of very few customers may have: no column can tell anything.
      return new LogisticModel(
          Math.log(positives + 1.0) - Math.log(labels.length - positives + 1.0), List.of());
    }
    List<LogisticModel.Term> columns = standardise(table);
    return weights(train(table, labels, columns, seed), columns);
  }

  static LinearSGDModel train(
      FeatureTable table, float[] labels, List<LogisticModel.Term> columns, long seed) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("training panel", factory), factory);
    for (int row = 0; row < table.size(); row++) {
      dataset.add(example(table.row(row), labels[row] > 0 ? YES : NO, columns));
    }
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(
            new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, 1000, 16, seed);
    return trainer.train(dataset);
  }

  /// The columns worth a term, with their centre and scale but without weights yet.
  static List<LogisticModel.Term> standardise(FeatureTable table) {
    List<LogisticModel.Term> columns = new ArrayList<>();
    List<Feature> features = table.schema().features();
    for (int feature = 0; feature < features.size(); feature++) {
      boolean logarithm = features.get(feature).scale() == MeasurementScale.SKEWED;
      LogisticModel.Term raw = new LogisticModel.Term(feature, logarithm, 0, 1, 0, 0);
      double count = 0;
      double mean = 0;
      double squares = 0;
      for (int row = 0; row < table.size(); row++) {
        float value = table.value(row, feature);
        if (!Float.isNaN(value)) {
          // Welford's update.
          double number = logarithm ? Math.log(1 + Math.max(value, 0)) : value;
          count++;
          double difference = number - mean;
          mean += difference / count;
          squares += difference * (number - mean);
        }
      }
      double deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
      if (deviation > 1e-9) {
        columns.add(new LogisticModel.Term(raw.feature(), logarithm, mean, deviation, 0, 0));
      }
    }
    return columns;
  }

  static ArrayExample<Label> example(float[] row, String label, List<LogisticModel.Term> columns) {
    ArrayExample<Label> example = new ArrayExample<>(new Label(label));
    for (LogisticModel.Term column : columns) {
      float value = row[column.feature()];
      String name = String.valueOf(column.feature());
      if (Float.isNaN(value)) {
        example.add(name + UNKNOWN, 1);
      } else {
        example.add(name, column.standardised(value));
      }
    }
    // A row with every value unknown and no sign of it would be refused.
    example.add("one", 1);
    return example;
  }

  static LogisticModel weights(LinearSGDModel model, List<LogisticModel.Term> columns) {
    DenseMatrix weights = model.getWeightsCopy();
    ImmutableFeatureMap features = model.getFeatureIDMap();
    int yes = model.getOutputIDInfo().getID(new Label(YES));
    int no = model.getOutputIDInfo().getID(new Label(NO));
    Difference difference = new Difference(weights, features, yes, no);
    int bias = weights.getDimension2Size() - 1;
    double intercept = weights.get(yes, bias) - weights.get(no, bias) + difference.of("one");
    return new LogisticModel(
        intercept,
        columns.stream()
            .map(column ->
                new LogisticModel.Term(
                    column.feature(),
                    column.logarithm(),
                    column.centre(),
                    column.scale(),
                    difference.of(String.valueOf(column.feature())),
                    difference.of(column.feature() + UNKNOWN)))
            .toList());
  }

  /// The weight of a feature for yes less that for no; 0 for one that training never saw.
  private record Difference(DenseMatrix weights, ImmutableFeatureMap features, int yes, int no) {
    double of(String feature) {
      int id = features.getID(feature);
      return id < 0 ? 0 : weights.get(yes, id) - weights.get(no, id);
    }
  }
}
