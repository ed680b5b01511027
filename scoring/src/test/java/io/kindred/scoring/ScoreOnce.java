package io.kindred.scoring;

import io.kindred.models.ValueOutput;

/// A program that loads a model, scores one customer and ends.
final class ScoreOnce {
  private ScoreOnce() {}

  public static void main(String[] arguments) {
    try (OnnxModel model = OnnxModel.load(TinyGraph.SOUND.bytes(), 2)) {
      double spend =
          model.run(new float[][] {{2, 30}}).getFirst().value(ValueOutput.EXPECTED_SPEND);
      IO.println(
          "padding %d, expected spend %s"
              .formatted(System.getProperty("padding", "").length(), spend));
    }
  }
}
