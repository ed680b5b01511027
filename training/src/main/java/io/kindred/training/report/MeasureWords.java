package io.kindred.training.report;

import io.kindred.models.SegmentWords;
import io.kindred.models.Targets;
import java.util.Map;

/// What a figure of an evaluation tells, and how its numbers are written.
///
/// @param explanation in plain words; empty for a figure that is not known here
record MeasureWords(String explanation, Form form) {

  enum Form {
    NUMBER,
    COUNT,
    SHARE,
    /// A share above or below what is right.
    DEVIATION,
    MONEY
  }

  private static final MeasureWords UNKNOWN = new MeasureWords("", Form.NUMBER);

  private static final Map<String, MeasureWords> WORDS =
      Map.ofEntries(
          words(
              "stability over half samples",
              Form.NUMBER,
              "how alike the segments come out on two halves of the customers: 0 is chance, 1 the"
                  + " same; the other ways on a sample of them, k-means and hierarchical clustering"
                  + " told our number"),
          words(
              "number of segments",
              Form.COUNT,
              "beside what other ways find that look for the number themselves"),
          words(
              "same segments as ours",
              Form.NUMBER,
              "how alike the segments of other ways are to these: 0 is chance, 1 the same"),
          words("customers left out", Form.SHARE, "how many customers are given no segment at all"),
          words(
              SegmentWords.CALIBRATION_ERROR,
              Form.SHARE,
              "how far the confidence given is from how often the segment was right: 0% is perfect"),
          words(
              SegmentWords.COVERAGE,
              Form.SHARE,
              "how many customers' segment was among the few named for them"),
          words(
              SegmentWords.MEAN_SET_SIZE,
              Form.NUMBER,
              "how many segments are named for a customer: fewer say more"),
          words(
              "log-likelihood of unseen customers",
              Form.NUMBER,
              "how well the segments foresee customers they were not made from: higher is better"),
          words(
              "agreement when half is known",
              Form.SHARE,
              "how often half of what is known of a customer gives the same segment as all of it;"
                  + " the confidence given should be alike"),
          words("AUC", Form.NUMBER, "how well it ranks customers: 0.5 is chance, 1 perfect"),
          words(
              "log-loss",
              Form.NUMBER,
              "how far the chances given are from what happened, misses that were sure counting"
                  + " most: 0 is perfect"),
          words(
              "Brier score",
              Form.NUMBER,
              "how far the chances given are from what happened, squared: 0 is perfect"),
          words(
              "calibration error",
              Form.SHARE,
              "how far the chances given are from how often it happened: 0% is perfect"),
          words(
              "Spearman",
              Form.NUMBER,
              "how well it ranks customers by what they then spent: 0 is chance, 1 perfect"),
          words(
              "normalised Gini",
              Form.NUMBER,
              "how well it finds those who then spent most: 0 is chance, 1 perfect"),
          words(
              "mean absolute error",
              Form.MONEY,
              "how far it is off for one customer on average: less is better"),
          words(
              "total error",
              Form.DEVIATION,
              "how far it is off for all customers together: 0% is perfect, + is too much"),
          words(
              "share within the range",
              Form.SHARE,
              "how many customers then spent an amount within the range given"));

  static MeasureWords of(String figure, Targets targets, Figures figures) {
    MeasureWords words = WORDS.getOrDefault(figure, UNKNOWN);
    return figure.equals("share within the range")
        ? new MeasureWords(
            "%s: about %s is right"
                .formatted(words.explanation, figures.percent(targets.lifetimeValue().coverage())),
            words.form)
        : words;
  }

  String written(double value, Figures figures) {
    return switch (form) {
      case NUMBER -> figures.threeDigits(value);
      case COUNT -> figures.count(value);
      case SHARE -> figures.exactPercent(value);
      case DEVIATION -> figures.exactSignedPercent(value);
      case MONEY -> figures.money(value);
    };
  }

  private static Map.Entry<String, MeasureWords> words(
      String figure, Form form, String explanation) {
    return Map.entry(figure, new MeasureWords(explanation, form));
  }
}
