package io.kindred.serving.demo;

import io.kindred.models.Bundle;
import io.kindred.models.Graph;
import io.kindred.models.ModelName;
import io.kindred.models.registry.Registry;
import io.kindred.scoring.Scorer;
import io.kindred.serving.server.ScoringServer;
import io.kindred.serving.server.ServerOptions;
import io.kindred.serving.service.LiveModel;
import io.kindred.serving.service.ScoringClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;

/// Scores the demo's customers with a server of its own and says what came of it.
public final class Demo {
  private Demo() {}

  /// Runs the second half of the demo.
  ///
  /// @param folder what the demo's first half wrote
  /// @return whether every answer equals training's
  public static boolean run(
      Registry registry, ModelName name, Path folder, InstantSource clock, PrintWriter out)
      throws IOException {
    DemoCustomers customers = DemoCustomers.read(folder);
    Bundle bundle = registry.openCurrent(name);
    try (Scorer scorer = Scorer.open(bundle);
        ScoringServer server =
            ScoringServer.start(
                ServerOptions.onLoopback(0), new LiveModel(scorer, registry), clock);
        ScoringClient client = ScoringClient.connect(server.address(), bundle)) {
      out.printf(
          "%nScoring %d customers over gRPC, %s at %s%n",
          customers.size(), bundle, ScoringServer.text(server.address()));
      out.flush();
      ScoredCustomers scored = ScoredCustomers.ask(client, customers);
      boolean isSame = scored.largestDifference() <= Graph.TOLERANCE;
      printSameness(customers, scored, isSame, out);
      DemoTables tables = new DemoTables(bundle.contents(), customers, scored.scores());
      out.printf("%nTwelve of them%n%s", tables.customers(12));
      out.printf("%nBy segment%n%s", tables.segments());
      out.printf("%nAgainst the truth, which the model was never told%n");
      new DemoTruth(bundle.contents(), customers, scored.scores())
          .sentences()
          .forEach(sentence -> out.printf("  %s%n", sentence));
      printNext(registry, bundle, out);
      out.flush();
      return isSame;
    }
  }

  private static void printSameness(
      DemoCustomers customers, ScoredCustomers scored, boolean isSame, PrintWriter out) {
    if (isSame) {
      out.printf(
          "  every answer equals training's (largest difference %.1e, allowed %.0e)%n",
          scored.largestDifference(), Graph.TOLERANCE);
    } else {
      out.printf(
          "  NOT THE SAME: the answer for customer %s differs from training's by %.1e (allowed %.0e)%n",
          customers.ids().get(scored.mostDifferent()), scored.largestDifference(), Graph.TOLERANCE);
    }
    double seconds = scored.batches().toNanos() / 1e9;
    out.printf(
        "  in batches: %.2f s, %,.0f customers a second, their events sent along and read%n",
        seconds, customers.size() / seconds);
    out.printf(
        "  one by one: %.2f ms a call (median, one caller)%n", scored.single().toNanos() / 1e6);
  }

  private static void printNext(Registry registry, Bundle bundle, PrintWriter out) {
    ModelName name = bundle.contents().name();
    Path root = registry.root();
    out.printf(
        """

        What to try next
          the report                       %s
          the bundle                       ./kindred bundle show --registry %s --model %s
          answer other programs            ./kindred serve --registry %s --model %s
            and ask, beside it             grpcurl -plaintext 127.0.0.1:%d kindred.v1.SegmentService/ListSegments
          your own customers               write a dataset.yaml for your files and run ./kindred train --help
        """,
        registry.report(name, bundle.id()), root, name, root, name, ServerOptions.USUAL_PORT);
  }
}
