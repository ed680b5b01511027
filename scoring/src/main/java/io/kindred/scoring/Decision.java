package io.kindred.scoring;

import io.kindred.models.MacroSegment;
import io.kindred.models.Outputs;
import io.kindred.models.Segment;
import io.kindred.models.Segments;

/// What is said of a customer's segment, given how sure the model is.
public sealed interface Decision {

  /// The segment is given.
  ///
  /// @param confidence the segment's posterior probability
  record Assigned(Segment segment, double confidence) implements Decision {}

  /// Only the macro-segment is given.
  ///
  /// @param confidence the macro-segment's posterior probability
  record MacroOnly(MacroSegment macroSegment, double confidence) implements Decision {}

  /// No segment is given.
  record Abstained(AbstentionReason reason) implements Decision {}

  /// Why no segment is given.
  enum AbstentionReason {
    /// Not one of the row's features is known.
    NOTHING_KNOWN,
    /// No macro-segment is probable enough.
    NOT_CONFIDENT
  }

  /// The decision that a bundle's rule makes of a posterior.
  static Decision of(Segments segments, Outputs outputs, boolean nothingKnown) {
    if (nothingKnown) {
      return new Abstained(AbstentionReason.NOTHING_KNOWN);
    }
    double[] posterior = outputs.segments();
    int best = indexOfLargest(posterior);
    if (posterior[best] >= segments.leastConfidence()) {
      return new Assigned(segments.segments().get(best), posterior[best]);
    }
    double[] macroPosterior = outputs.macroSegments();
    int bestMacro = indexOfLargest(macroPosterior);
    if (macroPosterior[bestMacro] >= segments.leastMacroConfidence()) {
      return new MacroOnly(segments.macroSegments().get(bestMacro), macroPosterior[bestMacro]);
    }
    return new Abstained(AbstentionReason.NOT_CONFIDENT);
  }

  private static int indexOfLargest(double[] numbers) {
    int largest = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] > numbers[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
