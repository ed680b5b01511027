package io.kindred.serving.demo;

import io.kindred.models.GoldenRow;
import io.kindred.scoring.Score;
import io.kindred.serving.service.KnownCustomer;
import io.kindred.serving.service.ScoringClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a server said of customers, and how long it took.
///
/// @param scores one for each customer, in their order
/// @param batches how long all of them took in batches
/// @param single the median time of a call for one customer
/// @param largestDifference between the server's numbers and training's, over all customers
/// @param mostDifferent the customer that it is of
record ScoredCustomers(
    List<Score> scores,
    Duration batches,
    Duration single,
    double largestDifference,
    int mostDifferent) {
  private static final int SINGLE_CALLS = 200;

  /// Asks for all customers in batches, and for some of them one by one.
  static ScoredCustomers ask(ScoringClient client, DemoCustomers customers) throws IOException {
    List<GoldenRow> rows = customers.rows();
    long begin = System.nanoTime();
    List<Score> scores = new ArrayList<>(rows.size());
    for (int from = 0; from < rows.size(); ) {
      Instant asOf = rows.get(from).asOf();
      List<KnownCustomer> known = new ArrayList<>();
      while (from < rows.size() && rows.get(from).asOf().equals(asOf)) {
        known.add(known(rows.get(from++)));
      }
      scores.addAll(client.score(known, asOf));
    }
    Duration batches = Duration.ofNanos(System.nanoTime() - begin);

    double largest = 0;
    int most = 0;
    for (int i = 0; i < rows.size(); i++) {
      double difference = scores.get(i).outputs().distance(rows.get(i).outputs());
      if (difference > largest) {
        largest = difference;
        most = i;
      }
    }
    int calls = Math.min(SINGLE_CALLS, rows.size());
    List<Duration> durations = new ArrayList<>(calls);
    for (int i = 0; i < calls; i++) {
      GoldenRow row = rows.get(i);
      long start = System.nanoTime();
      Score score = client.score(known(row), row.asOf());
      durations.add(Duration.ofNanos(System.nanoTime() - start));
      double difference = score.outputs().distance(row.outputs());
      if (difference > largest) {
        largest = difference;
        most = i;
      }
    }
    durations.sort(Duration::compareTo);
    return new ScoredCustomers(scores, batches, durations.get(calls / 2), largest, most);
  }

  private static KnownCustomer known(GoldenRow row) {
    return new KnownCustomer(row.history(), row.account());
  }
}
