package io.kindred.training.export;

import static io.kindred.training.macro.Rules.atLeast;
import static io.kindred.training.macro.Rules.below;
import static io.kindred.training.macro.Rules.between;
import static io.kindred.training.macro.Rules.is;
import static io.kindred.training.macro.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.Graph;
import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.SegmentOutputs;
import io.kindred.scoring.OnnxModel;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.macro.ResolvedMacroRules;
import io.kindred.training.macro.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The graph finds the same macro-segments possible as Java does.
class RuleGraphTest {
  private static final int ROWS = 5000;

  static List<MacroRules> rules() {
    return List.of(
        Rules.of(rule("All")),
        Rules.of(rule("Members", is("member", "yes"))),
        Rules.of(
            rule("Nordic", is("country", "SE", "NO", "DK")),
            rule("Young professionals", between("age", 18, 30), is("plan", "pro")),
            rule("Lapsed", atLeast("days_since_last_order", 365.3))),
        Rules.of(
            rule("Tenth", is("age", "0.1"), is("interests", "books", "sport")),
            rule("Trusting", is("trust", "1", "4"), below("contract_end", 1e-40)),
            rule("Huge", atLeast("order_count", 3e38), is("country", "DE")),
            rule("Books", is("interests", "books"), is("member", "no")),
            rule("Others")));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theGraphFindsPossibleWhatJavaDoes(MacroRules written) {
    ResolvedMacroRules rules = written.resolve(Rules.SCHEMA);
    float[][] rows = rows(rules, Rules.SCHEMA.size(), new SplittableRandom(5));
    int[] foundPossible = new int[rules.size()];
    int certain = 0;

    try (OnnxModel model = OnnxModel.loadSegments(graph(rules), Rules.SCHEMA.size())) {
      List<SegmentOutputs> outputs = model.runSegments(rows);
      for (int i = 0; i < rows.length; i++) {
        boolean[] possible = rules.possible(rows[i]);
        double[] expected = new double[possible.length];
        for (int macro = 0; macro < possible.length; macro++) {
          expected[macro] = possible[macro] ? 1 : 0;
          foundPossible[macro] += possible[macro] ? 1 : 0;
        }
        certain += rules.certain(rows[i]).isPresent() ? 1 : 0;
        assertThat(outputs.get(i).macroSegments()).containsExactly(expected);
      }
    }
    // The rows tell the macro-segments apart.
    assertThat(foundPossible).doesNotContain(0);
    assertThat(certain).isPositive();
    if (rules.size() > 1) {
      assertThat(foundPossible).doesNotContain(ROWS);
      assertThat(certain).isLessThan(ROWS);
    }
  }

  /// The rules' outputs where a model has its macro-segments, and nothing elsewhere.
  private static byte[] graph(ResolvedMacroRules rules) {
    GraphBuilder graph = new GraphBuilder();
    double[] shares = new double[rules.size()];
    Arrays.fill(shares, 1.0 / shares.length);
    graph.output(
        RuleGraph.possible(graph, rules.split(shares)), Graph.MACRO_SEGMENTS, rules.size());
    for (String other : List.of(Graph.SEGMENTS, Graph.SEGMENT_FORECASTS, Graph.FAMILIARITY)) {
      graph.output(graph.zeros(), other, 1);
    }
    return graph.build(Rules.SCHEMA.size());
  }

  /// Values at the bounds, next to them, far from them and unknown; half of the columns are known.
  private static float[][] rows(ResolvedMacroRules rules, int features, SplittableRandom random) {
    List<ColumnRange> ranges =
        rules.macros().stream()
            .flatMap(macro -> macro.regions().stream())
            .flatMap(region -> region.ranges().stream())
            .distinct()
            .toList();
    float[][] rows = new float[ROWS][features];
    for (float[] row : rows) {
      float shareUnknown = random.nextInt(3) / 4f;
      for (int column = 0; column < features; column++) {
        row[column] = random.nextBoolean() ? 0 : 1;
      }
      for (ColumnRange range : ranges) {
        if (random.nextBoolean()) {
          row[range.column()] = near(range, random);
        }
      }
      for (int column = 0; column < features; column++) {
        if (random.nextDouble() < shareUnknown) {
          row[column] = Float.NaN;
        }
      }
    }
    return rows;
  }

  private static float near(ColumnRange range, SplittableRandom random) {
    boolean lower = Float.isFinite(range.from()) && random.nextBoolean();
    float bound = lower || !Float.isFinite(range.below()) ? range.from() : range.below();
    // Infinite values are refused before the graph.
    return Math.clamp(near(bound, random), -Float.MAX_VALUE, Float.MAX_VALUE);
  }

  private static float near(float bound, SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> Math.nextUp(bound);
      case 1 -> Math.nextDown(bound);
      case 2 -> (float) (bound * (1 + random.nextDouble(-.2, .2)));
      case 3 -> -bound;
      default -> bound;
    };
  }
}
