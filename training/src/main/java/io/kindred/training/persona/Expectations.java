package io.kindred.training.persona;

import io.kindred.models.Outputs;
import io.kindred.models.Persona;
import io.kindred.models.Persona.MeanPropensity;
import io.kindred.models.Persona.Value;
import io.kindred.models.PropensityTarget;
import io.kindred.models.ValueOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// What the models expect of a segment's customers, and what these have brought so far.
final class Expectations {
  private static final String PAST_SPEND = "order_value_total";

  private final Population population;
  private final Profiles profiles;
  private final double spendOfAll;

  Expectations(Population population, Profiles profiles) {
    this.population = population;
    this.profiles = profiles;
    this.spendOfAll = sum(population.outputs(), Expectations::spend);
  }

  /// The mean probability of each target; nothing of a segment too small.
  List<MeanPropensity> propensities(int segment) {
    List<Outputs> own = outputs(segment);
    List<MeanPropensity> propensities = new ArrayList<>();
    if (own.size() >= Persona.FEWEST_CUSTOMERS) {
      List<PropensityTarget> targets = population.targets().propensities();
      for (int t = 0; t < targets.size(); t++) {
        int target = t;
        double mean = sum(own, output -> output.propensities()[target]) / own.size();
        propensities.add(
            new MeanPropensity(targets.get(t).name(), Rounded.shareToThreeDigits(mean)));
      }
    }
    return propensities;
  }

  /// What the customers are worth; unknown of a segment too small.
  Value value(int segment) {
    List<Outputs> own = outputs(segment);
    boolean isExpected =
        own.size() >= Persona.FEWEST_CUSTOMERS
            && population.targets().lifetimeValue().horizonDays() > 0;
    double spend = isExpected ? sum(own, Expectations::spend) : 0;
    return new Value(
        isExpected
            ? OptionalDouble.of(Rounded.toThreeDigits(spend / own.size()))
            : OptionalDouble.empty(),
        isExpected && spendOfAll > 0
            ? OptionalDouble.of(Rounded.shareToThreeDigits(Math.min(spend / spendOfAll, 1)))
            : OptionalDouble.empty(),
        pastSpend(segment));
  }

  private OptionalDouble pastSpend(int segment) {
    int feature = population.table().schema().names().indexOf(PAST_SPEND);
    if (feature < 0 || !profiles.own(segment, feature).isKnownOfEnough()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Rounded.toThreeDigits(profiles.own(segment, feature).plain().mean()));
  }

  private List<Outputs> outputs(int segment) {
    return population.outputs().isEmpty()
        ? List.of()
        : Arrays.stream(population.members(segment)).mapToObj(population.outputs()::get).toList();
  }

  private static double spend(Outputs outputs) {
    return outputs.value(ValueOutput.EXPECTED_SPEND);
  }

  /// Sorted, so that the sum does not hang on the order of the customers.
  private static double sum(List<Outputs> outputs, ToDoubleFunction<Outputs> number) {
    return Arrays.stream(outputs.stream().mapToDouble(number).sorted().toArray()).sum();
  }
}
