package io.kindred.acceptance;

import static io.kindred.training.metrics.Bootstrap.pick;
import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.datasets.Dataset;
import io.kindred.datasets.DatasetMapping;
import io.kindred.datasets.DatasetReader;
import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.FeatureNames;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.PurchaseDays;
import io.kindred.features.testing.RealData;
import io.kindred.models.Bundle;
import io.kindred.models.Graph;
import io.kindred.models.Measure;
import io.kindred.models.Outputs;
import io.kindred.models.Segment;
import io.kindred.models.ValueOutput;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Decision;
import io.kindred.scoring.Score;
import io.kindred.scoring.Scorer;
import io.kindred.serving.server.ScoringServer;
import io.kindred.serving.server.ServerOptions;
import io.kindred.serving.service.KnownCustomer;
import io.kindred.serving.service.LiveModel;
import io.kindred.serving.service.ScoringClient;
import io.kindred.training.Progress;
import io.kindred.training.Training;
import io.kindred.training.TrainingFile;
import io.kindred.training.metrics.Bootstrap;
import io.kindred.training.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// UCI Online Retail the whole way: mapped, trained as of 2011-06-09, published, served over a real
/// socket, every customer scored, and held against the 26 weeks after.
///
/// The half year before that day is too short to learn what happens within 26 weeks, so the models
/// look 13 weeks ahead; what is asserted of the 26 weeks is how well they rank. Training has
/// already refused a graph that differs from its models for any of these customers; here the
/// answers by gRPC are held against the same bundle's in process.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OnlineRetailTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2011, 6, 9);
  private static final int WEEKS_AFTER = 26;
  private static final long SEED = 7;

  private Dataset dataset;
  private Instant asOf;
  private Bundle bundle;
  private List<Customer> customers;
  private List<Score> inProcess;
  private List<Score> byGrpc;

  @BeforeAll
  void goTheWholeWay(@TempDir Path folder) throws IOException {
    Path lines = RealData.file("online_retail_lines.csv.gz");
    TrainingFile file =
        TrainingFile.read(Path.of("..", "datasets", "training", "online-retail.yaml"));
    dataset =
        DatasetReader.read(
            DatasetMapping.read(file.dataset()),
            Optional.ofNullable(lines.getParent()).orElseThrow(),
            InstantSource.system().instant());
    asOf = AsOf.endOf(LAST_DAY, dataset.zone());
    customers =
        dataset.customers().stream()
            .map(customer -> new Customer(customer.id(), customer.history().asOf(asOf)))
            .filter(customer -> !customer.history().isEmpty())
            .toList();
    Registry registry = new Registry(folder.resolve("published"));
    registry.publish(Training.run(dataset, file.options(), Progress.silent()));
    bundle = registry.openCurrent(file.options().name());
    List<History> histories = customers.stream().map(Customer::history).toList();
    try (Scorer scorer = Scorer.open(bundle);
        ScoringServer server =
            ScoringServer.start(
                ServerOptions.onLoopback(0),
                new LiveModel(scorer, registry),
                InstantSource.system());
        ScoringClient client = ScoringClient.connect(server.address(), bundle)) {
      inProcess = histories.stream().map(history -> scorer.score(history, asOf)).toList();
      byGrpc = client.score(histories.stream().map(KnownCustomer::new).toList(), asOf);
    }
  }

  @Test
  void theDataAreThoseOfTheShop() {
    assertThat(dataset.customers()).hasSize(4372);
    assertThat(dataset.summary().rows()).isEqualTo(406_829);
    assertThat(customers).hasSizeBetween(2700, 2900);
  }

  @Test
  void everyScoreByGrpcEqualsTheScoreInProcess() {
    assertThat(byGrpc).hasSameSizeAs(customers);
    for (int i = 0; i < byGrpc.size(); i++) {
      assertThat(byGrpc.get(i).outputs().distance(inProcess.get(i).outputs()))
          .isLessThanOrEqualTo(Graph.TOLERANCE);
      assertThat(inWords(byGrpc.get(i).decision())).isEqualTo(inWords(inProcess.get(i).decision()));
      assertThat(byGrpc.get(i).bundle()).isEqualTo(bundle.id());
      assertThat(byGrpc.get(i).asOf()).isEqualTo(asOf);
    }
  }

  @Test
  void noNumberIsNaNOrInfinite() {
    assertThat(byGrpc).allMatch(score -> score.outputs().isFinite());
  }

  @Test
  void everySegmentHasAtLeastOneOfAHundredCustomers() {
    List<Segment> segments = bundle.contents().segments().segments();
    assertThat(segments).hasSizeGreaterThan(1).allMatch(segment -> segment.share() >= .01);
    assertThat(segments.stream().mapToInt(Segment::customers).sum()).isEqualTo(customers.size());
  }

  @Test
  void scoresRankWhatTheCustomersDidInTheSixMonthsAfter() {
    int purchases = bundle.contents().schema().indexOf(FeatureNames.REPEAT_PURCHASE_DAYS);
    Featurizer featurizer = new Featurizer(bundle.contents().schema());
    int[] buyers =
        IntStream.range(0, customers.size())
            .filter(i -> !Float.isNaN(featurizer.row(customers.get(i).history(), asOf)[purchases]))
            .toArray();
    double[] spend = new double[buyers.length];
    float[] purchased = new float[buyers.length];
    double[] expectedSpend = new double[buyers.length];
    double[] probability = new double[buyers.length];
    double[] expectedOrders = new double[buyers.length];
    double[] recency = new double[buyers.length];
    int daysSinceLastOrder = bundle.contents().schema().indexOf(FeatureNames.DAYS_SINCE_LAST_ORDER);
    Instant until = AsOf.plusDays(asOf, 7 * WEEKS_AFTER, dataset.zone());
    for (int i = 0; i < buyers.length; i++) {
      History whole = whole(customers.get(buyers[i]));
      var days = PurchaseDays.between(whole, asOf, until, dataset.zone());
      spend[i] = days.values().stream().mapToDouble(Double::doubleValue).sum();
      purchased[i] = days.isEmpty() ? 0 : 1;
      Outputs outputs = byGrpc.get(buyers[i]).outputs();
      expectedSpend[i] = outputs.value(ValueOutput.EXPECTED_SPEND);
      expectedOrders[i] = outputs.value(ValueOutput.EXPECTED_ORDERS);
      probability[i] = outputs.propensities()[0];
      recency[i] = -featurizer.row(whole, asOf)[daysSinceLastOrder];
    }

    double spearman = Metrics.spearman(expectedSpend, spend);
    double auc = Metrics.auc(probability, purchased);
    System.out.printf(
        "Online Retail, %d customers with a purchase, %d weeks after %s:%n",
        buyers.length, WEEKS_AFTER, LAST_DAY);
    System.out.printf(
        "  spend: Spearman %.4f %s, normalised Gini %.4f%n",
        spearman,
        interval(
            buyers.length, rows -> Metrics.spearman(pick(expectedSpend, rows), pick(spend, rows))),
        Metrics.normalisedGini(expectedSpend, spend));
    System.out.printf(
        "  purchase: AUC %.4f %s; by BG/NBD's expected orders alone %.4f, by recency alone %.4f%n",
        auc,
        interval(
            buyers.length, rows -> Metrics.auc(pick(probability, rows), pick(purchased, rows))),
        Metrics.auc(expectedOrders, purchased),
        Metrics.auc(recency, purchased));
    assertThat(spearman).isGreaterThanOrEqualTo(.50);
    assertThat(auc).isGreaterThanOrEqualTo(.70);
  }

  /// Without the confidence, whose last digits hang on how many rows were scored at once.
  private static String inWords(Decision decision) {
    return switch (decision) {
      case Decision.Assigned assigned -> assigned.segment().id();
      case Decision.MacroOnly macroOnly -> macroOnly.macroSegment().id();
      case Decision.Abstained abstained -> abstained.reason().name();
    };
  }

  private History whole(Customer customer) {
    return dataset.customers().stream()
        .filter(other -> other.id().equals(customer.id()))
        .findFirst()
        .orElseThrow()
        .history();
  }

  private static String interval(int rows, ToDoubleFunction<int[]> figure) {
    Measure.Interval interval = Bootstrap.interval(rows, SEED, figure).orElseThrow();
    return "(%.4f to %.4f)".formatted(interval.low(), interval.high());
  }
}
