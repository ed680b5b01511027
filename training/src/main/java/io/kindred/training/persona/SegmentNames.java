package io.kindred.training.persona;

import io.kindred.models.Text;
import io.kindred.training.persona.NameChoices.Choice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// Gives each segment a name that no other has, in any language.
final class SegmentNames {
  private SegmentNames() {}

  /// The segment for whose best name most speaks chooses first; a segment whose every name is taken
  /// gets its best one with a number.
  ///
  /// @param choices of each segment, the best first
  /// @param taken names that are given already, such as a person's
  static List<Text> unique(List<List<Choice>> choices, Set<String> taken) {
    Set<String> given = new HashSet<>();
    taken.forEach(name -> given.add(key(name)));
    Text[] names = new Text[choices.size()];
    IntStream.range(0, names.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer k) -> choices.get(k).getFirst().weight())
                .reversed()
                .thenComparing(k -> k))
        .forEach(k -> names[k] = choose(choices.get(k), given));
    return Arrays.asList(names);
  }

  private static Text choose(List<Choice> choices, Set<String> given) {
    for (Choice choice : choices) {
      if (take(choice.name(), given)) {
        return choice.name();
      }
    }
    Text best = choices.getFirst().name();
    for (int number = 2; ; number++) {
      String end = " (%d)".formatted(number);
      Text numbered = new Text(best.english() + end, best.swedish() + end);
      if (take(numbered, given)) {
        return numbered;
      }
    }
  }

  private static boolean take(Text name, Set<String> given) {
    if (given.contains(key(name.english())) || given.contains(key(name.swedish()))) {
      return false;
    }
    given.add(key(name.english()));
    given.add(key(name.swedish()));
    return true;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
