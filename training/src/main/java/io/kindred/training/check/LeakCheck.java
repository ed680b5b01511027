package io.kindred.training.check;

import io.kindred.features.FeatureNames;
import io.kindred.features.FeatureTable;
import io.kindred.training.metrics.Metrics;
import io.kindred.training.panel.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Finds columns that tell the outcome by themselves, which no honest one does so well.
final class LeakCheck {
  private static final double TOO_WELL = 0.95;
  private static final int LEAST_OF_EACH = 20;

  private LeakCheck() {}

  /// @param panel the rows of one moment
  static List<CheckReport.Leak> of(Panel panel) {
    FeatureTable table = panel.table();
    float[] labels = panel.purchases();
    List<CheckReport.Leak> leaks = new ArrayList<>();
    for (String feature : table.schema().names()) {
      float[] column = table.column(feature);
      int[] known =
          IntStream.range(0, column.length).filter(row -> !Float.isNaN(column[row])).toArray();
      double[] values = new double[known.length];
      float[] outcomes = new float[known.length];
      for (int i = 0; i < known.length; i++) {
        values[i] = column[known[i]];
        outcomes[i] = labels[known[i]];
      }
      double auc = eitherWay(values, outcomes);
      if (auc > TOO_WELL) {
        leaks.add(new CheckReport.Leak(feature, auc, known.length, why(feature, false)));
      } else if (known.length < column.length) {
        double[] isKnown = new double[column.length];
        for (int row : known) {
          isKnown[row] = 1;
        }
        double aucOfKnowing = eitherWay(isKnown, labels);
        if (aucOfKnowing > TOO_WELL) {
          leaks.add(new CheckReport.Leak(feature, aucOfKnowing, column.length, why(feature, true)));
        }
      }
    }
    return leaks;
  }

  /// Whether a leak is one that the mapping made, and not only a strong habit.
  static boolean isOfAttribute(CheckReport.Leak leak) {
    return isOfAttribute(leak.column());
  }

  /// Whether a column is of an attribute, the customer's or the account's.
  private static boolean isOfAttribute(String feature) {
    return feature.startsWith(FeatureNames.ATTRIBUTE)
        || feature.startsWith(FeatureNames.ACCOUNT + FeatureNames.ATTRIBUTE);
  }

  private static String why(String feature, boolean ofKnowing) {
    String known = ofKnowing ? "that it is known at all tells the outcome: " : "";
    return known
        + (isOfAttribute(feature)
            ? "it may have been written down after the outcome, under an earlier date"
            : "it comes of events before the date, so it may be an honest habit; look at how they are dated");
  }

  private static double eitherWay(double[] values, float[] labels) {
    int with = 0;
    for (float label : labels) {
      with += label > 0 ? 1 : 0;
    }
    if (with < LEAST_OF_EACH || labels.length - with < LEAST_OF_EACH) {
      return 0;
    }
    double auc = Metrics.auc(values, labels);
    return Math.max(auc, 1 - auc);
  }
}
