package io.kindred.serving.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.kindred.features.History;
import io.kindred.models.Bundle;
import io.kindred.models.GoldenRow;
import io.kindred.models.format.GoldenFile;
import io.kindred.models.registry.Registry;
import io.kindred.serving.testing.TinyShop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");

  @TempDir private Path folder;
  private Registry registry;
  private Bundle bundle;

  @BeforeEach
  void writeFirstHalf() throws IOException {
    registry = new Registry(folder.resolve("published"));
    bundle = registry.publish(TinyShop.contents());
    writeCustomers(List.of());
    Files.writeString(
        folder.resolve("truth.csv"),
        """
        customer,macro_segment,micro_segment,alive,purchase_probability,expected_spend,orders_per_year
        c-1,active,often,true,.8,40,9
        c-2,active,often,true,.7,30,8
        c-3,away,never,false,0,1,1
        c-4,away,never,false,.1,1,1
        """);
    Files.writeString(
        folder.resolve("future_orders.csv"),
        """
        order_id,customer,time,amount
        o-1,c-1,2026-07-09T21:30:22Z,326.7
        o-2,c-1,2026-08-09T21:30:22Z,10
        o-3,c-4,2026-09-28T21:59:59Z,10
        o-4,c-2,2026-09-28T22:00:00Z,10
        """);
  }

  @Test
  void customersAreScoredShownAndComparedWithTheTruth() throws IOException {
    StringWriter out = new StringWriter();

    assertThat(run(out)).isTrue();

    String root = registry.root().toString();
    assertThat(
            out.toString()
                .replaceAll("127\\.0\\.0\\.1:[1-9]\\d{3,4}\\n", "ADDRESS\n")
                .replaceAll("difference \\d\\.\\de[+-]\\d\\d", "difference D")
                .replaceAll("batches: [\\d.]+ s, [\\d,]+ cust", "batches: S s, N cust")
                .replaceAll("one: [\\d.]+ ms", "one: M ms"))
        .isEqualTo(
            """

            Scoring 4 customers over gRPC, bundle %s of tiny-shop at ADDRESS
              every answer equals training's (largest difference D, allowed 1e-05)
              in batches: S s, N customers a second, their events sent along and read
              one by one: M ms a call (median, one caller)

            Twelve of them
              Customer  Segment            Confidence  Will buy within 90 days  Spend in 182 days, SEK  80 of 100 spend
              c-1       Often                    87 %%                     67 %%                      31         15 to 60
              c-2       Often                    67 %%                     60 %%                      11          5 to 20
              c-3       (not sure enough)           -                     50 %%                       1           0 to 0
              c-4       (not sure enough)           -                     50 %%                       1           0 to 0

            By segment
              Segment            Customers  Share  Will buy within 90 days  Spend in 182 days, SEK
              Often                      2   50 %%                     63 %%                      21
              (not sure enough)          2   50 %%                     50 %%                       1

            Against the truth, which the model was never told
              Segments: 3 found, 2 true ones; they hardly put the same customers together (adjusted Rand index 0.00, where 1 is the same groups and 0 is chance; macro-segments 0.00).
              Buying within 90 days: on average 56.7 %% said, 40.0 %% was the true probability, 50.0 %% then bought; AUC 0.625 against who bought, where the true probability itself has 0.750 (.5 is chance, 1 is perfect).
              Spend in 182 days: 44 SEK expected in total, 72 true (-38.9 %%); rank correlation 1.00.

            What to try next
              the report                       %s/tiny-shop/%s/report.html
              the bundle                       ./kindred bundle show --registry %s --model tiny-shop
              answer other programs            ./kindred serve --registry %s --model tiny-shop
                and ask, beside it             grpcurl -plaintext 127.0.0.1:8980 kindred.v1.SegmentService/ListSegments
              your own customers               write a dataset.yaml for your files and run ./kindred train --help
            """
                .formatted(bundle.id().shortForm(), root, bundle.id(), root, root));
  }

  @Test
  void anAnswerThatDiffersFromTrainingsIsTold() throws IOException {
    writeCustomers(List.of(2));
    StringWriter out = new StringWriter();

    assertThat(run(out)).isFalse();

    assertThat(out.toString())
        .contains(
            "  NOT THE SAME: the answer for customer c-3 differs from training's by 1.0e+00 (allowed 1e-05)\n");
  }

  @Test
  void aTruthOfOtherCustomersIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("truth.csv"),
        "customer,macro_segment,micro_segment,purchase_probability,expected_spend\n");

    assertThatIOException()
        .isThrownBy(() -> run(new StringWriter()))
        .withMessage(
            "%s: has 0 customers and customers.pb has 4 (expected the same, in the same order; run the demo again)"
                .formatted(folder.resolve("truth.csv")));
  }

  private boolean run(StringWriter out) throws IOException {
    return Demo.run(registry, TinyShop.NAME, folder, TinyShop.CLOCK, new PrintWriter(out, true));
  }

  /// @param wrong the customers with another's answers
  private void writeCustomers(List<Integer> wrong) throws IOException {
    List<GoldenRow> rows = new ArrayList<>();
    for (History history :
        List.of(
            TinyShop.customer(MAY, 10, 20),
            TinyShop.customer(MAY, 10),
            TinyShop.customer(MAY),
            History.empty())) {
      rows.add(TinyShop.golden(history));
    }
    for (int i : wrong) {
      GoldenRow row = rows.get(i);
      rows.set(
          i, new GoldenRow(row.asOf(), row.history(), row.features(), rows.getFirst().outputs()));
    }
    GoldenFile.write(folder.resolve("customers.pb"), rows);
  }
}
