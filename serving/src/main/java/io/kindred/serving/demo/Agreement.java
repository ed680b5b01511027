package io.kindred.serving.demo;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How well what is said and what is true go together.
final class Agreement {
  private Agreement() {}

  /// The adjusted Rand index of two groupings of the same customers (Hubert and Arabie 1985): 1 for
  /// the same groups under whatever names, about 0 for groups that have nothing to do with each
  /// other.
  static double adjustedRandIndex(List<String> these, List<String> those) {
    Map<List<String>, Integer> both = new HashMap<>();
    Map<String, Integer> left = new HashMap<>();
    Map<String, Integer> right = new HashMap<>();
    for (int i = 0; i < these.size(); i++) {
      both.merge(List.of(these.get(i), those.get(i)), 1, Integer::sum);
      left.merge(these.get(i), 1, Integer::sum);
      right.merge(those.get(i), 1, Integer::sum);
    }
    double together = pairs(both.values());
    double expected = pairs(left.values()) * pairs(right.values()) / pairs(List.of(these.size()));
    double most = (pairs(left.values()) + pairs(right.values())) / 2;
    // One group on both sides, or nothing but groups of one: the same groups.
    return most == expected ? 1 : (together - expected) / (most - expected);
  }

  /// Spearman's rank correlation, equal numbers sharing their mean rank; 0 where one side is all
  /// equal.
  static double rankCorrelation(double[] these, double[] those) {
    double[] left = ranks(these);
    double[] right = ranks(those);
    double mean = (these.length + 1) / 2.0;
    double product = 0;
    double leftSquare = 0;
    double rightSquare = 0;
    for (int i = 0; i < left.length; i++) {
      product += (left[i] - mean) * (right[i] - mean);
      leftSquare += (left[i] - mean) * (left[i] - mean);
      rightSquare += (right[i] - mean) * (right[i] - mean);
    }
    return leftSquare == 0 || rightSquare == 0 ? 0 : product / Math.sqrt(leftSquare * rightSquare);
  }

  /// How often one to whom it happened was given more than one to whom it did not, ties counting
  /// half (area under the ROC curve); .5 where it happened to all or none.
  static double areaUnderCurve(double[] said, boolean[] happened) {
    double[] ranks = ranks(said);
    double rankSum = 0;
    long count = 0;
    for (int i = 0; i < said.length; i++) {
      if (happened[i]) {
        rankSum += ranks[i];
        count++;
      }
    }
    double pairs = (double) count * (said.length - count);
    return pairs == 0 ? .5 : (rankSum - count * (count + 1) / 2.0) / pairs;
  }

  private static double pairs(Iterable<Integer> counts) {
    double pairs = 0;
    for (int count : counts) {
      pairs += count * (count - 1.0) / 2;
    }
    return pairs;
  }

  private static double[] ranks(double[] numbers) {
    int[] order =
        IntStream.range(0, numbers.length)
            .boxed()
            .sorted((left, right) -> Double.compare(numbers[left], numbers[right]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[numbers.length];
    int begin = 0;
    while (begin < order.length) {
      int end = begin;
      while (end < order.length && numbers[order[end]] == numbers[order[begin]]) {
        end++;
      }
      double shared = (begin + 1 + end) / 2.0;
      Arrays.stream(order, begin, end).forEach(i -> ranks[i] = shared);
      begin = end;
    }
    return ranks;
  }
}
