package io.kindred.training;

import io.kindred.datasets.CustomerStream;
import io.kindred.datasets.Dataset;
import io.kindred.features.Customer;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.models.BundleContents;
import io.kindred.models.Evaluation;
import io.kindred.models.GoldenRow;
import io.kindred.models.LifetimeValueTarget;
import io.kindred.models.Measure;
import io.kindred.models.Outputs;
import io.kindred.models.PropensityTarget;
import io.kindred.models.Segments;
import io.kindred.models.Targets;
import io.kindred.scoring.OnnxModel;
import io.kindred.training.evaluation.PropensityEvaluation;
import io.kindred.training.evaluation.SegmentEvaluation;
import io.kindred.training.evaluation.ValueEvaluation;
import io.kindred.training.export.FittedModels;
import io.kindred.training.export.GraphExport;
import io.kindred.training.lifetimevalue.LifetimeValueModel;
import io.kindred.training.lifetimevalue.LifetimeValueTrainer;
import io.kindred.training.lineage.Identity;
import io.kindred.training.lineage.ModelBefore;
import io.kindred.training.panel.CustomerSplit;
import io.kindred.training.panel.Panel;
import io.kindred.training.panel.TrainingDates;
import io.kindred.training.policy.PermittedData;
import io.kindred.training.propensity.FittedPropensity;
import io.kindred.training.propensity.PropensityTrainer;
import io.kindred.training.report.Report;
import io.kindred.training.segmentation.Comparison;
import io.kindred.training.segmentation.LeftOutColumn;
import io.kindred.training.segmentation.SegmentRemarks;
import io.kindred.training.segmentation.TrainedSegments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// From a data set to the contents of a bundle.
///
/// A fifth of the customers, drawn by a digest of their ids, is held out: no model is fitted to
/// them, the figures of propensity and lifetime value are measured on them, and the exported graph
/// must answer for them as the models do. How stable segments are comes from fits to half of the
/// other customers.
public final class Training {
  private static final int PARTS = 5;
  static final int HELD_OUT = 0;
  public static final int LEAST_CUSTOMERS = 200;

  private final Dataset dataset;
  // By id, because fits that draw at random draw row by row.
  private final List<Customer> customers;
  private final TrainingOptions options;
  private final List<String> policyRemarks;
  private final Optional<ModelBefore> before;
  private final Progress progress;

  private Training(
      Dataset whole, TrainingOptions options, Optional<ModelBefore> before, Progress progress) {
    PermittedData permitted =
        PermittedData.of(whole, options.policy(), options.features().declared());
    permitted.attributes().orRefuse();
    options.macro().checkPermitted(permitted.attributes());
    this.dataset = permitted.dataset();
    this.policyRemarks = permitted.attributes().remarks();
    this.customers =
        dataset.customers().stream().sorted(Comparator.comparing(Customer::id)).toList();
    this.options = options;
    this.before = before;
    this.progress = progress;
  }

  /// Trains, evaluates and exports a first bundle.
  ///
  /// @throws IllegalArgumentException where the data do not allow it, saying what would
  public static BundleContents run(Dataset dataset, TrainingOptions options, Progress progress) {
    return run(dataset, options, Optional.empty(), progress);
  }

  /// Trains, evaluates and exports.
  ///
  /// @param before the model to continue, whose ids and given names segments keep; empty for a
  ///   first bundle. Where training comes out as it did for that bundle, the contents are that
  ///   bundle's.
  /// @throws IllegalArgumentException where the data do not allow it, saying what would
  public static BundleContents run(
      Dataset dataset, TrainingOptions options, Optional<ModelBefore> before, Progress progress) {
    return new Training(dataset, options, before, progress).run();
  }

  /// Which customers are held out, all in one part of it.
  static CustomerSplit heldOutSplit(TrainingOptions options) {
    return new CustomerSplit(PARTS, options.seed());
  }

  private BundleContents run() {
    progress.step("Features as of each date");
    TrainingDates dates =
        TrainingDates.of(customers, lastDay(), options.horizonDays(), dataset.zone());
    CustomerSplit split = heldOutSplit(options);
    SchemaChoice.Choice choice =
        SchemaChoice.choose(
            CustomerStream.of(dataset),
            customer -> split.part(customer) != HELD_OUT,
            dates.asOf(),
            options.features(),
            options.macro());
    FeatureSchema schema = choice.schema();
    before.ifPresent(model -> model.checkComparable(schema));
    Featurizer featurizer = new Featurizer(schema);
    FeatureTable now = FeatureTable.of(featurizer, knownAt(dates.asOf()), dates.asOf());
    if (now.size() < LEAST_CUSTOMERS) {
      throw new IllegalArgumentException(
          "%d customers are known by %s (expected at least %d; bring more customers or train a later date)"
              .formatted(now.size(), lastDay(), LEAST_CUSTOMERS));
    }
    Panel panel = Panel.of(featurizer, customers, dates.panel(), options.horizonDays());
    Panel learning = panel.select(split.rowsOutside(panel.table(), HELD_OUT));
    Panel heldOut =
        panel.select(split.rowsIn(panel.table(), HELD_OUT)).at(dates.panel().getFirst());
    FeatureTable learningNow = now.select(split.rowsOutside(now, HELD_OUT));

    progress.step("Segments");
    SegmentStep step = new SegmentStep(customers, options, before);
    TrainedSegments trainedSegments = step.trained(featurizer, dates, split, learningNow, now);
    progress.step("Propensity to purchase");
    FittedPropensity purchase = PropensityTrainer.fit(learning, options.seed());
    progress.step("Lifetime value");
    LifetimeValueModel earlierValue =
        LifetimeValueTrainer.fit(
            learning.at(dates.panel().getFirst()), options.horizonDays(), options.coverage());
    LifetimeValueModel value = LifetimeValueTrainer.refit(earlierValue, learningNow);

    progress.step("Graph");
    FittedModels models = new FittedModels(trainedSegments.model(), List.of(purchase), value);
    byte[] graph = GraphExport.export(models, schema.size());
    double difference = GraphExport.verify(graph, models, now);

    List<Outputs> outputs =
        IntStream.range(0, now.size())
            .parallel()
            .mapToObj(row -> models.outputs(now.row(row)))
            .toList();
    if (before.isPresent()) {
      progress.step("What became of the segments");
    }
    Identity identity = step.identity(trainedSegments.model().tree(), now, dates.asOf());

    progress.step("Evaluation");
    Targets targets = targets(purchase, value);
    Segments segments =
        SegmentCatalog.of(
            now,
            outputs,
            targets,
            step.ruledNames(schema),
            options.givenNames(),
            trainedSegments,
            identity);
    Evaluation evaluation =
        new Evaluation(
            measures(trainedSegments, learningNow, purchase, earlierValue, heldOut),
            trainedSegments.confidence(),
            remarks(
                trainedSegments, segments, choice.leftOut(), purchase, value, dates, difference),
            options.seed());

    progress.step("Report");
    String report =
        Report.render(dataset.name(), lastDay(), schema, segments, targets, evaluation, outputs);
    return orUnchanged(
        new BundleContents(
            options.name(),
            dates.asOf(),
            schema,
            segments,
            identity.lineage(),
            trainedSegments.model(),
            targets,
            evaluation,
            goldenRows(featurizer, graph, dates.asOf()),
            graph,
            GraphExport.exportSegments(trainedSegments.model(), schema.size()),
            report));
  }

  /// The contents of the bundle before, if nothing but the lineage and the page to read tells them
  /// apart (the page has names that were given since): who trains twice on the same data has one
  /// bundle, and no lineage of a step in which nothing happened.
  private BundleContents orUnchanged(BundleContents trained) {
    return before
        .map(model -> model.bundle().contents())
        .filter(earlier -> earlier.segments().equals(trained.segments()))
        .filter(earlier ->
            earlier.equals(trained.withLineage(earlier.lineage()).withReport(earlier.report())))
        .orElse(trained);
  }

  private LocalDate lastDay() {
    LocalDate lastOfData =
        dataset
            .summary()
            .lastDay()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "%s has no events (expected orders; map a file with orders)"
                        .formatted(dataset.name())));
    options
        .asOf()
        .filter(asOf -> asOf.isAfter(lastOfData))
        .ifPresent(asOf -> {
          // The days after the data would count as days on which nobody bought.
          throw new IllegalArgumentException(
              "asOf is %s, but the data of %s end on %s (expected that day or an earlier one; leave"
                      .formatted(asOf, dataset.name(), lastOfData)
                  + " asOf out for the data's last day)");
        });
    return options.asOf().orElse(lastOfData);
  }

  private List<Customer> knownAt(Instant asOf) {
    return customers.stream().filter(customer -> !customer.history().asOf(asOf).isEmpty()).toList();
  }

  private Targets targets(FittedPropensity purchase, LifetimeValueModel value) {
    return new Targets(
        List.of(
            new PropensityTarget(
                "purchase",
                "order",
                options.horizonDays(),
                PropensityTarget.Direction.HIGH_IS_GOOD,
                purchase.baseRate(),
                purchase.model().kind())),
        new LifetimeValueTarget(
            options.horizonDays(),
            options.coverage(),
            value.purchases().withoutDropOut()
                ? "NBD (no drop-out seen) with Gamma-Gamma"
                : "BG/NBD with Gamma-Gamma"));
  }

  private List<Measure> measures(
      TrainedSegments segments,
      FeatureTable learningNow,
      FittedPropensity purchase,
      LifetimeValueModel earlierValue,
      Panel heldOut) {
    Optional<Comparison> comparison =
        Comparison.ofLargest(
            segments.fit(), learningNow, options.segmentation().withSeed(options.seed()));
    List<Measure> measures =
        new ArrayList<>(SegmentEvaluation.of(segments, learningNow.size(), comparison));
    measures.addAll(PropensityEvaluation.of("purchase", purchase, heldOut, options.seed()));
    measures.addAll(ValueEvaluation.of(earlierValue, heldOut, options.seed()));
    return measures;
  }

  private List<String> remarks(
      TrainedSegments trainedSegments,
      Segments segments,
      List<LeftOutColumn> leftOut,
      FittedPropensity purchase,
      LifetimeValueModel value,
      TrainingDates dates,
      double difference) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "A fifth of the customers was held out: every figure of propensity and lifetime value is"
            + " theirs, from features of %s and what they did in the %d days after."
                .formatted(
                    LocalDate.ofInstant(dates.panel().getFirst(), dataset.zone()),
                    options.horizonDays()));
    remarks.add(
        "Candidates for the propensity to purchase, by log-loss on customers they were not fitted to: %s."
            .formatted(
                purchase.candidates().stream()
                    .map(candidate ->
                        String.format(
                            Locale.ROOT, "%s %.4f", candidate.kind(), candidate.logLoss()))
                    .collect(Collectors.joining(", "))));
    remarks.addAll(
        SegmentRemarks.of(
            trainedSegments, options.segmentation().mostSegments(), segments.macroSegments()));
    leftOut.forEach(column ->
        remarks.add("Not used at all: %s. %s".formatted(column.name(), column.explanation())));
    if (value.newcomers().customers() == 0) {
      remarks.add(
          "No customer without a purchase was seen: the lifetime value of such a customer is given"
              + " as 0.");
    }
    SegmentCatalog.unknownNames(segments, options).ifPresent(remarks::add);
    remarks.addAll(policyRemarks);
    remarks.add(
        String.format(
            Locale.ROOT,
            "The exported graph differs from the fitted models by at most %.1e over all customers.",
            difference));
    return remarks;
  }

  private List<GoldenRow> goldenRows(Featurizer featurizer, byte[] graph, Instant asOf) {
    List<Customer> golden = GoldenCustomers.of(featurizer.schema(), asOf, options.seed());
    float[][] rows =
        golden.stream()
            .map(customer -> featurizer.row(customer.history(), customer.account(), asOf))
            .toArray(float[][]::new);
    List<GoldenRow> goldenRows = new ArrayList<>();
    try (OnnxModel model = OnnxModel.load(graph, featurizer.schema().size())) {
      List<Outputs> outputs = model.run(rows);
      for (int i = 0; i < rows.length; i++) {
        Customer customer = golden.get(i);
        goldenRows.add(
            new GoldenRow(asOf, customer.history(), customer.account(), rows[i], outputs.get(i)));
      }
    }
    return goldenRows;
  }
}
