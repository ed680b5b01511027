package io.kindred.serving.demo;

import io.kindred.features.AsOf;
import io.kindred.models.BundleContents;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.Outputs;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segment;
import io.kindred.models.ValueOutput;
import io.kindred.models.segmentation.Probabilities;
import io.kindred.scoring.Score;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The demo's scores beside the truth, in plain sentences.
final class DemoTruth {
  private final BundleContents contents;
  private final DemoCustomers customers;
  private final List<Outputs> outputs;

  DemoTruth(BundleContents contents, DemoCustomers customers, List<Score> scores) {
    this.contents = contents;
    this.customers = customers;
    this.outputs = scores.stream().map(Score::outputs).toList();
  }

  List<String> sentences() {
    return List.of(segments(), propensity(), spend());
  }

  private String segments() {
    List<Segment> known = contents.segments().segments();
    List<String> found =
        outputs.stream()
            .map(output -> known.get(Probabilities.likeliest(output.segments().posterior())).id())
            .toList();
    List<String> foundMacro =
        outputs.stream()
            .map(output ->
                known.get(Probabilities.likeliest(output.segments().posterior())).macroSegmentId())
            .toList();
    double agreement = Agreement.adjustedRandIndex(found, customers.microSegments());
    double macroAgreement = Agreement.adjustedRandIndex(foundMacro, customers.macroSegments());
    return "Segments: %d found, %d true ones; they %s (adjusted Rand index %.2f, where 1 is the same groups and 0 is chance; macro-segments %.2f)."
        .formatted(
            known.size(),
            customers.microSegments().stream().distinct().count(),
            inWords(agreement),
            agreement,
            macroAgreement);
  }

  private String propensity() {
    PropensityTarget target = contents.targets().propensities().getFirst();
    double[] said = outputs.stream().mapToDouble(output -> output.propensities()[0]).toArray();
    double[] truth = customers.purchaseProbabilities();
    boolean[] happened = new boolean[said.length];
    int buyers = 0;
    for (int i = 0; i < happened.length; i++) {
      happened[i] = bought(i, target.horizonDays());
      buyers += happened[i] ? 1 : 0;
    }
    return "Buying within %d days: on average %.1f %% said, %.1f %% was the true probability, %.1f %% then bought; AUC %.3f against who bought, where the true probability itself has %.3f (.5 is chance, 1 is perfect)."
        .formatted(
            target.horizonDays(),
            100 * Arrays.stream(said).average().orElseThrow(),
            100 * Arrays.stream(truth).average().orElseThrow(),
            100.0 * buyers / happened.length,
            Agreement.areaUnderCurve(said, happened),
            Agreement.areaUnderCurve(truth, happened));
  }

  private boolean bought(int customer, int horizonDays) {
    Instant asOf = customers.rows().get(customer).asOf();
    Instant end = AsOf.plusDays(asOf, horizonDays, contents.schema().zone());
    return customers.firstOrders().get(customer).filter(first -> !first.isAfter(end)).isPresent();
  }

  private String spend() {
    LifetimeValueTarget target = contents.targets().lifetimeValue();
    double[] said =
        outputs.stream().mapToDouble(output -> output.value(ValueOutput.EXPECTED_SPEND)).toArray();
    double[] truth = customers.expectedSpends();
    double saidTotal = Arrays.stream(said).sum();
    double trueTotal = Arrays.stream(truth).sum();
    return "Spend in %d days: %,.0f %s expected in total, %,.0f true (%+.1f %%); rank correlation %.2f."
        .formatted(
            target.horizonDays(),
            saidTotal,
            contents.schema().currency(),
            trueTotal,
            100 * (saidTotal / trueTotal - 1),
            Agreement.rankCorrelation(said, truth));
  }

  private static String inWords(double agreement) {
    if (agreement >= .9) {
      return "put almost the same customers together";
    }
    if (agreement >= .65) {
      return "put largely the same customers together";
    }
    if (agreement >= .3) {
      return "put partly the same customers together";
    }
    return "hardly put the same customers together";
  }
}
