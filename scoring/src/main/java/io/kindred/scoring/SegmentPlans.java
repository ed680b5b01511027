package io.kindred.scoring;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.models.Persona;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentOutputs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What would move a customer into another segment: small changes of features that can be acted on.
///
/// Features of behaviour can be acted on; who the customer is and when they came cannot, and what
/// is not known of the customer is left so. A change goes towards what is typical of the wanted
/// segment and never past it; between whole numbers it stays whole, so that there is no half order
/// and no half yes. Few features are changed, each no further than it takes; every plan has been
/// scored and leads there. Features are changed by themselves: what hangs together in a history,
/// such as the number of orders and their total value, is not.
public final class SegmentPlans {
  private static final int MOST_FEATURES = 6;
  private static final int MOST_PLANS = 3;
  private static final int HALVINGS = 6;
  private static final String FIRST = "days_since_first";
  private static final String OF_ACCOUNT = "account:";

  private final Scorer scorer;
  private final float[] row;
  private final int wanted;
  private final List<Step> steps;

  /// A feature and its typical value in the wanted segment.
  private record Step(int feature, float typical) {}

  /// Changes that lead to the wanted segment.
  ///
  /// @param row the customer's features with the changes
  /// @param changed the places of the features that are different, the one that was found to matter
  ///   most first
  public record Plan(float[] row, List<Integer> changed) {}

  private SegmentPlans(Scorer scorer, float[] row, int wanted, List<Step> steps) {
    this.scorer = scorer;
    this.row = row;
    this.wanted = wanted;
    this.steps = steps;
  }

  /// Plans with the fewest features first; none where no plan leads there, or where the customer is
  /// in the segment already.
  ///
  /// @param wanted the segment's place in the bundle
  public static List<Plan> of(Scorer scorer, float[] row, int wanted) {
    if (likeliest(scorer.segments(new float[][] {row}).getFirst()) == wanted) {
      return List.of();
    }
    FeatureSchema schema = scorer.bundle().contents().schema();
    List<Step> steps = new ArrayList<>();
    for (Persona.TypicalFeature typical :
        scorer.bundle().contents().segments().segments().get(wanted).persona().typical()) {
      int feature = schema.indexOf(typical.feature());
      if (isActionable(schema.features().get(feature))
          && !Float.isNaN(row[feature])
          && row[feature] != (float) typical.median()) {
        steps.add(new Step(feature, (float) typical.median()));
      }
    }
    return new SegmentPlans(scorer, row, wanted, steps).plans();
  }

  static boolean isActionable(Feature feature) {
    return feature.basis() == Basis.BEHAVIOURAL
        && !feature.name().startsWith(FIRST)
        && !feature.name().startsWith(OF_ACCOUNT);
  }

  /// One plan from each of the most telling first steps, without those that say the same.
  private List<Plan> plans() {
    List<Plan> plans = new ArrayList<>();
    for (Step first : mostTelling(row, List.of())) {
      if (plans.size() == MOST_PLANS) {
        break;
      }
      Optional<Plan> plan = from(first);
      if (plan.isPresent()
          && plans.stream()
              .noneMatch(other ->
                  new TreeSet<>(other.changed()).equals(new TreeSet<>(plan.get().changed())))) {
        plans.add(plan.get());
      }
    }
    plans.sort(Comparator.comparingInt(plan -> plan.changed().size()));
    return plans;
  }

  /// The steps not taken yet, the one after which the wanted segment is most probable first.
  private List<Step> mostTelling(float[] from, List<Step> taken) {
    List<Step> open = steps.stream().filter(step -> !taken.contains(step)).toList();
    float[][] rows =
        open.stream()
            .map(step -> {
              float[] changed = from.clone();
              changed[step.feature()] = step.typical();
              return changed;
            })
            .toArray(float[][]::new);
    List<SegmentOutputs> outputs = scorer.segments(rows);
    Integer[] order = new Integer[open.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, Comparator.comparingDouble((Integer i) -> -outputs.get(i).posterior()[wanted]));
    return Arrays.stream(order).map(open::get).toList();
  }

  private Optional<Plan> from(Step first) {
    float[] changed = row.clone();
    List<Step> taken = new ArrayList<>();
    Step next = first;
    while (true) {
      changed[next.feature()] = next.typical();
      taken.add(next);
      if (leads(changed)) {
        return Optional.of(smaller(changed, taken));
      }
      List<Step> open = taken.size() == MOST_FEATURES ? List.of() : mostTelling(changed, taken);
      if (open.isEmpty()) {
        return Optional.empty();
      }
      next = open.getFirst();
    }
  }

  /// Takes changes back, wholly or partly, as long as the plan leads to the segment.
  private Plan smaller(float[] changed, List<Step> taken) {
    float[] plan = changed.clone();
    List<Integer> left = new ArrayList<>();
    for (int i = taken.size() - 1; i >= 0; i--) {
      int feature = taken.get(i).feature();
      float needed = plan[feature];
      plan[feature] = row[feature];
      if (leads(plan)) {
        continue;
      }
      plan[feature] = needed;
      left.add(feature);
      float unneeded = row[feature];
      for (int halving = 0; halving < HALVINGS; halving++) {
        float middle = middle(needed, unneeded);
        if (middle == needed) {
          break;
        }
        plan[feature] = middle;
        if (leads(plan)) {
          needed = middle;
        } else {
          unneeded = middle;
        }
      }
      plan[feature] = needed;
    }
    return new Plan(plan, left.reversed());
  }

  /// Between whole numbers the whole one nearest to the middle, towards the needed one where there
  /// are two.
  private static float middle(float needed, float unneeded) {
    float middle = (needed + unneeded) / 2;
    if (!isWhole(needed) || !isWhole(unneeded) || isWhole(middle)) {
      return middle;
    }
    return (float) (needed > unneeded ? Math.ceil(middle) : Math.floor(middle));
  }

  private static boolean isWhole(float number) {
    return number == Math.rint(number);
  }

  private boolean leads(float[] changed) {
    return likeliest(scorer.segments(new float[][] {changed}).getFirst()) == wanted;
  }

  private static int likeliest(SegmentOutputs outputs) {
    return Probabilities.likeliest(outputs.posterior());
  }
}
