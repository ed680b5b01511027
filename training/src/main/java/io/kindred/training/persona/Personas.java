package io.kindred.training.persona;

import io.kindred.models.Persona;
import io.kindred.models.Persona.Trait;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.models.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Tells who the customers of each segment are.
public final class Personas {
  private Personas() {}

  /// The persona of each segment, in their order. It does not hang on the order of the customers.
  ///
  /// @param taken names that no segment may be suggested, such as those that people gave
  public static List<SegmentPersona> of(Population population, Set<String> taken) {
    Profiles profiles = Profiles.of(population);
    Expectations expectations = new Expectations(population, profiles);
    Summaries summaries = new Summaries(population);
    List<List<TypicalFeature>> typical = typical(population, profiles);
    List<Text> names = names(population, profiles, typical, taken, NameChoices::of);
    List<SegmentPersona> personas = new ArrayList<>();
    for (int k = 0; k < population.segments(); k++) {
      int customers = population.members(k).length;
      List<Trait> traits = Traits.of(profiles.contrasts(k));
      Persona untold =
          new Persona(
              Text.same(""),
              traits,
              typical.get(k),
              Channels.of(population, profiles, k),
              expectations.propensities(k),
              expectations.value(k));
      double share =
          population.table().size() == 0 ? 0 : (double) customers / population.table().size();
      personas.add(
          new SegmentPersona(
              customers, share, names.get(k), summaries.summarised(untold, customers, share)));
    }
    return personas;
  }

  /// Only a name for each group of segments, in the population's order, which has groups in the
  /// place of segments. The names are broader than those of segments.
  public static List<Text> groupNames(Population groups, Set<String> taken) {
    Profiles profiles = Profiles.of(groups);
    return names(groups, profiles, typical(groups, profiles), taken, NameChoices::ofGroup);
  }

  private static List<List<TypicalFeature>> typical(Population population, Profiles profiles) {
    return IntStream.range(0, population.segments())
        .mapToObj(k -> Typical.of(population, profiles, k))
        .toList();
  }

  /// A way to the names that a segment could have.
  private interface Naming {
    List<NameChoices.Choice> choices(
        List<Contrast> contrasts, List<TypicalFeature> typical, int customers);
  }

  private static List<Text> names(
      Population population,
      Profiles profiles,
      List<List<TypicalFeature>> typical,
      Set<String> taken,
      Naming naming) {
    List<List<NameChoices.Choice>> choices = new ArrayList<>();
    for (int k = 0; k < population.segments(); k++) {
      choices.add(
          population.segments() == 1
              ? List.of(new NameChoices.Choice(NameChoices.ALL, 0))
              : naming.choices(
                  profiles.contrasts(k), typical.get(k), population.members(k).length));
    }
    return SegmentNames.unique(choices, taken);
  }
}
