package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kindred.datasets.DatasetException;
import io.kindred.training.macro.MacroCondition;
import io.kindred.training.macro.MacroName;
import io.kindred.training.macro.MacroRule;
import io.kindred.training.macro.MacroRules;
import io.kindred.training.macro.Wanted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules for macro-segments as the training file has them.
class TrainingFileMacroTest {
  @TempDir private Path folder;

  @Test
  void rulesAreReadAsTheyAreWritten() throws IOException {
    MacroRules rules =
        read(
            """
            - {name: {en: Nordic, sv: Norden}, where: {country: [SE, NO, DK]}}
            - {name: Young professionals, where: {age: {from: 18, below: 30.5}, plan: pro}}
            - name: Lapsed
              where:
                days_since_last_order: {from: 365}
                member: true
                "category_share:home": {below: .5}
                trust: [1, 2]
            - {name: Everyone else}
            """);

    assertThat(rules)
        .isEqualTo(
            new MacroRules(
                List.of(
                    new MacroRule(
                        new MacroName(new TreeMap<>(Map.of("en", "Nordic", "sv", "Norden"))),
                        List.of(is("country", 5, 55, "SE", "NO", "DK"))),
                    new MacroRule(
                        MacroName.of("Young professionals"),
                        List.of(between("age", 6, 46, 18, 30.5), is("plan", 6, 77, "pro"))),
                    new MacroRule(
                        MacroName.of("Lapsed"),
                        List.of(
                            between("days_since_last_order", 9, 30, 365, Double.POSITIVE_INFINITY),
                            is("member", 10, 15, "true"),
                            between("category_share:home", 11, 30, Double.NEGATIVE_INFINITY, .5),
                            is("trust", 12, 14, "1", "2"))),
                    new MacroRule(MacroName.of("Everyone else"), List.of()))));
  }

  @Test
  void withoutRulesThereAreNone() throws IOException {
    assertThat(
            TrainingFile.read(
                    Files.writeString(
                        folder.resolve("training.yaml"),
                        "name: a\ndataset: d.yaml\nsegments: {most: 3}\n"))
                .options()
                .macro()
                .isEmpty())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{where: {age: 3}} | training.yaml:5:5: segments.macro[0]: name is missing (expected what to call the macro-segment, such as Nordic)",
        "{name: A, were: {age: 3}} | training.yaml:5:15: unknown key \"were\" in segments.macro[0] (known: name, where; did you mean \"where\"?)",
        "{name: A, where: {age: {form: 3}}} | training.yaml:5:29: unknown key \"form\" in segments.macro[0].where.age (known: below, from; did you mean \"from\"?)",
        "{name: A, where: {age: {from: 3, below: 3}}} | training.yaml:5:28: segments.macro[0].where.age: range is from 3.0 to below 3.0 (expected from less than below, such as {from: 18, below: 30})",
        "{name: A, where: {age: {}}} | training.yaml:5:28: segments.macro[0].where.age: range has no bound (expected from, below or both, such as {from: 18, below: 30})",
        "{name: A, where: {age: {from: old}}} | training.yaml:5:35: segments.macro[0].where.age.from is \"old\" (expected a number)",
        "{name: A, where: {}} | training.yaml:5:5: segments.macro[0]: where is empty (expected conditions such as {country: [SE, NO]}; leave where out for the rest)",
        "{name: A, where: {age: }} | training.yaml:5:27: segments.macro[0].where.age: expected a word, a list of words such as [SE, NO], true or false, a number, or a range such as {from: 18, below: 30}",
        "{name: A, where: {age: []}} | training.yaml:5:29: segments.macro[0].where.age: expected a word, a list of words such as [SE, NO], true or false, a number, or a range such as {from: 18, below: 30}",
        "{name: A, where: {age: [[1]]}} | training.yaml:5:29: segments.macro[0].where.age: expected a word, a list of words such as [SE, NO], true or false, a number, or a range such as {from: 18, below: 30}",
        "{name: {english: A}} | training.yaml:5:23: segments.macro[0].name: language is \"english\" (expected two small letters such as en or sv)",
        "{name: [A]} | training.yaml:5:12: segments.macro[0].name: expected a name, or names by language such as {en: Nordic}",
        "{name: ' '} | training.yaml:5:12: segments.macro[0].name: name is blank (expected what to call the macro-segment, such as Nordic)",
      })
  void whatCannotBeSaysWhere(String rule, String message) {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read("- " + rule + "\n"))
        .withMessage(message);
  }

  @Test
  void theRestComesLast() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> read("- {name: All}\n- {name: Old, where: {age: {from: 60}}}\n"))
        .withMessage(
            "training.yaml:4:3: segments: macro-segment All has no where and is not the last (expected the"
                + " rest last, or conditions such as where: {country: [SE, NO]})");
  }

  private MacroRules read(String rules) throws IOException {
    return TrainingFile.read(
            Files.writeString(
                folder.resolve("training.yaml"),
                "name: a\ndataset: d.yaml\nsegments:\n  macro:\n" + rules.indent(2)))
        .options()
        .macro();
  }

  private static MacroCondition is(String key, int line, int column, String... texts) {
    return new MacroCondition(
        key, new Wanted.OneOf(List.of(texts)), "training.yaml:%d:%d".formatted(line, column));
  }

  private static MacroCondition between(
      String key, int line, int column, double from, double below) {
    return new MacroCondition(
        key, new Wanted.Between(from, below), "training.yaml:%d:%d".formatted(line, column));
  }
}
