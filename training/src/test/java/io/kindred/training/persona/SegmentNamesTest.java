package io.kindred.training.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.FeatureSchema;
import io.kindred.models.Text;
import io.kindred.training.persona.NameChoices.Choice;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentNamesTest {
  private static Choice choice(String english, String swedish, double weight) {
    return new Choice(new Text(english, swedish), weight);
  }

  @Test
  void theOneForWhomMoreSpeaksChoosesFirst() {
    assertThat(
            SegmentNames.unique(
                List.of(
                    List.of(choice("Regulars", "Stamkunder", 1), choice("Readers", "Läsare", .5)),
                    List.of(choice("Regulars", "Stamkunder", 2), choice("Hunters", "Jägare", 1))),
                Set.of()))
        .containsExactly(new Text("Readers", "Läsare"), new Text("Regulars", "Stamkunder"));
  }

  @Test
  void aNameTakenInOneLanguageOrByAPersonIsTaken() {
    assertThat(
            SegmentNames.unique(
                List.of(
                    List.of(
                        choice("Buyers", "Köpare", 3),
                        choice("Shoppers", "KUNDER", 2),
                        choice("Readers", "Läsare", 1)),
                    List.of(choice("Customers", "Kunder", 4))),
                Set.of("buyers")))
        .containsExactly(new Text("Readers", "Läsare"), new Text("Customers", "Kunder"));
  }

  @Test
  void whereEveryNameIsTakenANumberTellsThemApart() {
    List<Choice> same = List.of(choice("Typical", "Typiska", 0));
    assertThat(SegmentNames.unique(List.of(same, same, same), Set.of()))
        .containsExactly(
            new Text("Typical", "Typiska"),
            new Text("Typical (2)", "Typiska (2)"),
            new Text("Typical (3)", "Typiska (3)"));
  }

  /// Segments of any number and kind, some alike.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noTwoSegmentsOfABundleHaveTheSameNameWhateverTheOrderOfTheCustomers(long seed) {
    Random random = new Random(seed);
    FeatureSchema schema =
        FeatureSchema.complete(
            ZoneId.of("UTC"),
            "EUR",
            new LinkedHashMap<>(),
            List.of("gifts", "garden"),
            List.of("web", "store"));
    int segments = 1 + random.nextInt(30);
    MadePopulation population =
        MadePopulation.of(
            schema.features(), random.ints(segments, 0, 1 + random.nextInt(4)).toArray());
    for (int k = 0; k < segments; k++) {
      double[] middle = random.doubles(schema.size()).map(Math::rint).toArray();
      for (int i = 0; i < 15 + random.nextInt(30); i++) {
        population.plus(
            1, k, Arrays.stream(middle).map(value -> value + random.nextDouble()).toArray());
      }
    }

    List<SegmentPersona> personas = Personas.of(population.make(), Set.of());
    assertThat(personas).extracting(own -> own.suggestedName().english()).doesNotHaveDuplicates();
    assertThat(personas).extracting(own -> own.suggestedName().swedish()).doesNotHaveDuplicates();
    assertThat(Personas.of(population.shuffled(seed), Set.of())).isEqualTo(personas);
  }
}
