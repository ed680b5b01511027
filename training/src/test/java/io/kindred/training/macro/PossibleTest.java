package io.kindred.training.macro;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.FeatureSchema;
import io.kindred.training.macro.Wanted.Between;
import io.kindred.training.macro.Wanted.OneOf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is possible is what some completion of the unknown values leads to, tried out one by one on
/// a small grid, with the rules read as they are written.
class PossibleTest {
  private static final List<String> WORDS = List.of("SE", "NO", "DK");
  private static final FeatureSchema SCHEMA =
      Rules.SCHEMA.only(
          List.of(
              "attribute:country=SE",
              "attribute:country=NO",
              "attribute:country=DK",
              "attribute:age",
              "attribute:member"));

  /// Values at every bound that random rules have, and on either side of it.
  private static final float[][] GRID = {
    {0, 1}, {0, 1}, {0, 1}, {-1, 0, .5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4, 5, 6}, {0, 1}
  };

  private static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void possibleIsWhatSomeCompletionLeadsTo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    MacroRules written = draw(random);
    ResolvedMacroRules rules;
    try {
      rules = written.resolve(SCHEMA);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("can have no customer");
      assertThat(neverReached(written)).isTrue();
      return;
    }
    for (float[] row : rows()) {
      boolean[] expected = new boolean[rules.size()];
      completions(row).forEach(complete -> expected[first(written, complete)] = true);

      assertThat(rules.possible(row))
          .as("%s of %s", written, Arrays.toString(row))
          .containsExactly(expected);
      if (completions(row).size() == 1) {
        assertThat(rules.certain(row)).hasValue(first(written, row));
      }
    }
  }

  private static MacroRules draw(SplittableRandom random) {
    List<MacroRule> rules = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<MacroCondition> where = new ArrayList<>();
      int asked = 1 + random.nextInt(7);
      if ((asked & 1) != 0) {
        List<String> words = WORDS.stream().filter(_ -> random.nextBoolean()).toList();
        where.add(Rules.is("country", (words.isEmpty() ? WORDS : words).toArray(String[]::new)));
      }
      if ((asked & 2) != 0) {
        int from = random.nextInt(4);
        where.add(
            switch (random.nextInt(4)) {
              case 0 -> Rules.atLeast("age", from);
              case 1 -> Rules.below("age", from + 1);
              case 2 -> Rules.is("age", String.valueOf(from));
              default -> Rules.between("age", from, from + 1 + random.nextInt(3));
            });
      }
      if ((asked & 4) != 0) {
        where.add(Rules.is("member", random.nextBoolean() ? "yes" : "no"));
      }
      rules.add(Rules.rule("r" + i, where.toArray(MacroCondition[]::new)));
    }
    return new MacroRules(rules);
  }

  /// The first rule that holds, straight from what is written; the number of rules for the rest.
  private static int first(MacroRules rules, float[] row) {
    return IntStream.range(0, rules.rules().size())
        .filter(
            i -> rules.rules().get(i).where().stream().allMatch(condition -> holds(condition, row)))
        .findFirst()
        .orElse(rules.rules().size());
  }

  private static boolean holds(MacroCondition condition, float[] row) {
    return switch (condition.wanted()) {
      case Between(double from, double below) -> row[3] >= from && row[3] < below;
      case OneOf(List<String> texts) ->
          switch (condition.key()) {
            case "country" -> texts.stream().anyMatch(word -> row[WORDS.indexOf(word)] == 1);
            case "age" -> row[3] == Float.parseFloat(texts.getFirst());
            default -> row[4] == (texts.getFirst().equals("yes") ? 1 : 0);
          };
    };
  }

  private static boolean neverReached(MacroRules rules) {
    List<Integer> reached =
        completions(new float[] {Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN}).stream()
            .map(row -> first(rules, row))
            .toList();
    return IntStream.range(0, rules.rules().size()).anyMatch(i -> !reached.contains(i));
  }

  private static List<float[]> completions(float[] row) {
    List<float[]> completions = List.of(row);
    for (int column = 0; column < row.length; column++) {
      if (Float.isNaN(row[column])) {
        completions = with(completions, column, GRID[column]);
      }
    }
    return completions;
  }

  /// Every row of the grid, unknown values among them.
  private static List<float[]> rows() {
    List<float[]> rows = List.of(new float[GRID.length]);
    for (int column = 0; column < GRID.length; column++) {
      float[] values = Arrays.copyOf(GRID[column], GRID[column].length + 1);
      values[values.length - 1] = Float.NaN;
      rows = with(rows, column, values);
    }
    return rows;
  }

  private static List<float[]> with(List<float[]> rows, int column, float[] values) {
    List<float[]> more = new ArrayList<>();
    for (float[] row : rows) {
      for (float value : values) {
        float[] copy = row.clone();
        copy[column] = value;
        more.add(copy);
      }
    }
    return more;
  }
}
