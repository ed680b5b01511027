package io.kindred.scoring;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureSchema;
import io.kindred.models.Persona;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.models.segmentation.SegmentOutputs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What would move a customer into another segment: small changes of features that can be acted on.
///
/// Features of behaviour can be acted on; who the customer is and when they came cannot, and what
/// is not known of the customer is left so. A change goes towards what is typical of the wanted
/// segment and never past it; what is counted stays whole, at most at the whole number just past a
/// typical one that is not, so that there is no half order and no half yes. Few features are
/// changed, each no further than it takes; every plan has been scored and leads there. A plan after
/// which the segment would be given, and not only be the likeliest, is preferred where it takes few
/// features more. Features are changed by themselves: what hangs together in a history, such as the
/// number of orders and their total value, is not.
public final class SegmentPlans {
  private static final int MOST_FEATURES = 6;
  private static final int MOST_PLANS = 3;
  private static final int HALVINGS = 6;

  /// Features more that a plan may change so that the segment is given.
  private static final int MORE_TO_BE_GIVEN = 2;

  private static final String FIRST = "days_since_first";
  private static final String OF_ACCOUNT = "account:";

  private final Scorer scorer;
  private final float[] row;
  private final Instant asOf;
  private final int wanted;
  private final List<Step> steps;

  /// A feature and its typical value in the wanted segment, or a whole number beside it.
  private record Step(int feature, float typical) {}

  /// How far a plan leads.
  private enum Goal {
    /// The wanted segment is the likeliest.
    LIKELIEST,
    /// The bundle's rules give it too.
    GIVEN
  }

  /// Changes that lead to the wanted segment.
  ///
  /// @param row the customer's features with the changes
  /// @param changed the places of the features that are different, the one that was found to matter
  ///   most first
  /// @param given whether the bundle's rules would give the segment, which is the likeliest in any
  ///   case
  public record Plan(float[] row, List<Integer> changed, boolean given) {}

  private SegmentPlans(Scorer scorer, float[] row, Instant asOf, int wanted, List<Step> steps) {
    this.scorer = scorer;
    this.row = row;
    this.asOf = asOf;
    this.wanted = wanted;
    this.steps = steps;
  }

  /// Plans after which the segment would be given first, and of those alike the ones with the
  /// fewest features; none where no plan leads there, or where the segment is the likeliest
  /// already.
  ///
  /// @param asOf the moment that the rules are applied at
  /// @param wanted the segment's place in the bundle
  public static List<Plan> of(Scorer scorer, float[] row, Instant asOf, int wanted) {
    if (likeliest(scorer.segments(new float[][] {row}).getFirst()) == wanted) {
      return List.of();
    }
    FeatureSchema schema = scorer.bundle().contents().schema();
    List<Step> steps = new ArrayList<>();
    for (Persona.TypicalFeature typical :
        scorer.bundle().contents().segments().segments().get(wanted).persona().typical()) {
      int place = schema.indexOf(typical.feature());
      Feature feature = schema.features().get(place);
      if (isActionable(feature) && !Float.isNaN(row[place])) {
        targets(feature, (float) typical.median())
            .filter(target -> row[place] != target)
            .forEach(target -> steps.add(new Step(place, target)));
      }
    }
    return new SegmentPlans(scorer, row, asOf, wanted, steps).plans();
  }

  /// The middle of customers who are counted may lie between two whole numbers: it is one of them.
  private static Stream<Float> targets(Feature feature, float median) {
    return feature.isWhole()
        ? Stream.of((float) Math.floor(median), (float) Math.ceil(median)).distinct()
        : Stream.of(median);
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
    plans.sort(
        Comparator.comparing(Plan::given)
            .reversed()
            .thenComparingInt(plan -> plan.changed().size()));
    return plans;
  }

  /// The steps not taken yet, the one after which the wanted segment is most probable first.
  private List<Step> mostTelling(float[] from, List<Step> taken) {
    List<Step> open =
        steps.stream()
            .filter(step -> taken.stream().noneMatch(other -> other.feature() == step.feature()))
            .toList();
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
    Optional<Plan> likeliest = from(first, Goal.LIKELIEST);
    if (likeliest.isEmpty() || likeliest.get().given()) {
      return likeliest;
    }
    int most = likeliest.get().changed().size() + MORE_TO_BE_GIVEN;
    return from(first, Goal.GIVEN)
        .filter(given -> given.changed().size() <= most)
        .or(() -> likeliest);
  }

  private Optional<Plan> from(Step first, Goal goal) {
    float[] changed = row.clone();
    List<Step> taken = new ArrayList<>();
    Step next = first;
    while (true) {
      changed[next.feature()] = next.typical();
      taken.add(next);
      if (reaches(changed, goal)) {
        return Optional.of(smaller(changed, taken, goal));
      }
      List<Step> open = taken.size() == MOST_FEATURES ? List.of() : mostTelling(changed, taken);
      if (open.isEmpty()) {
        return Optional.empty();
      }
      next = open.getFirst();
    }
  }

  /// Takes changes back, wholly or partly, as long as the plan reaches its goal.
  private Plan smaller(float[] changed, List<Step> taken, Goal goal) {
    float[] plan = changed.clone();
    List<Integer> left = new ArrayList<>();
    for (int i = taken.size() - 1; i >= 0; i--) {
      int feature = taken.get(i).feature();
      float needed = plan[feature];
      plan[feature] = row[feature];
      if (reaches(plan, goal)) {
        continue;
      }
      plan[feature] = needed;
      left.add(feature);
      float unneeded = row[feature];
      for (int halving = 0; halving < HALVINGS; halving++) {
        float middle = middle(feature, needed, unneeded);
        if (middle == needed) {
          break;
        }
        plan[feature] = middle;
        if (reaches(plan, goal)) {
          needed = middle;
        } else {
          unneeded = middle;
        }
      }
      plan[feature] = needed;
    }
    return new Plan(plan, left.reversed(), reaches(plan, Goal.GIVEN));
  }

  /// Between whole numbers, or of what is counted, the whole one nearest to the middle, towards the
  /// needed one.
  private float middle(int feature, float needed, float unneeded) {
    float middle = (needed + unneeded) / 2;
    boolean staysWhole =
        scorer.bundle().contents().schema().features().get(feature).isWhole()
            || (isWhole(needed) && isWhole(unneeded));
    if (!staysWhole) {
      return middle;
    }
    return (float) (needed > unneeded ? Math.ceil(middle) : Math.floor(middle));
  }

  private static boolean isWhole(float number) {
    return number == Math.rint(number);
  }

  private boolean reaches(float[] changed, Goal goal) {
    SegmentOutputs outputs = scorer.segments(new float[][] {changed}).getFirst();
    return likeliest(outputs) == wanted
        && (goal == Goal.LIKELIEST
            || Decision.of(scorer.bundle().contents(), changed, outputs, asOf)
                instanceof Decision.Assigned);
  }

  private static int likeliest(SegmentOutputs outputs) {
    return Probabilities.likeliest(outputs.posterior());
  }
}
