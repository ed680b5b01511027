package io.kindred.serving.service;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.kindred.models.Bundle;
import io.kindred.scoring.Score;
import io.kindred.v1.BatchScoreRequest;
import io.kindred.v1.BatchScoreResult;
import io.kindred.v1.ScoreOptions;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.ScoringServiceGrpc.ScoringServiceBlockingStub;
import io.kindred.v1.Subject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks a server for scores over a plain connection, for programs that hold the server's bundle
/// too.
public final class ScoringClient implements AutoCloseable {
  /// Below the 4 MiB that a server takes, with room for what goes around the customers.
  private static final int MOST_BYTES = 3 << 20;

  private static final long SECONDS_TO_CLOSE = 5;

  private final ManagedChannel channel;
  private final ScoringServiceBlockingStub stub;
  private final ScoreReader reader;

  private ScoringClient(ManagedChannel channel, Bundle bundle) {
    this.channel = channel;
    this.stub = ScoringServiceGrpc.newBlockingStub(channel);
    this.reader = new ScoreReader(bundle);
  }

  /// A client of the server at an address.
  ///
  /// @param bundle the bundle that the server answers with
  public static ScoringClient connect(InetSocketAddress address, Bundle bundle) {
    return new ScoringClient(
        NettyChannelBuilder.forAddress(address).usePlaintext().build(), bundle);
  }

  /// The score of one customer, in one call.
  ///
  /// @throws IOException with the server's words, where it refuses
  public Score score(KnownCustomer customer, Instant asOf) throws IOException {
    ScoreRequest request =
        ScoreRequest.newBuilder().setSubject(subject(customer)).setOptions(options(asOf)).build();
    try {
      return reader.fromMessage(stub.score(request).getScore());
    } catch (StatusRuntimeException e) {
      throw refused("a Score call", e);
    }
  }

  /// The scores of customers in their order, in as few calls as they fit in.
  ///
  /// @throws IOException with the server's words, where it refuses a call or a customer
  public List<Score> score(List<KnownCustomer> customers, Instant asOf) throws IOException {
    List<Score> scores = new ArrayList<>(customers.size());
    BatchScoreRequest.Builder request = BatchScoreRequest.newBuilder().setOptions(options(asOf));
    int bytes = 0;
    for (KnownCustomer customer : customers) {
      Subject subject = subject(customer);
      boolean isFull =
          request.getSubjectsCount() == ScoringEndpoint.MOST_SUBJECTS
              || bytes + subject.getSerializedSize() > MOST_BYTES;
      if (isFull && request.getSubjectsCount() > 0) {
        send(request.build(), scores);
        request.clearSubjects();
        bytes = 0;
      }
      request.addSubjects(subject);
      bytes += subject.getSerializedSize();
    }
    if (request.getSubjectsCount() > 0) {
      send(request.build(), scores);
    }
    return scores;
  }

  @Override
  public void close() {
    channel.shutdown();
    try {
      if (!channel.awaitTermination(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        channel.shutdownNow();
      }
    } catch (InterruptedException _) {
      channel.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void send(BatchScoreRequest request, List<Score> scores) throws IOException {
    List<BatchScoreResult> results;
    try {
      results = stub.batchScore(request).getResultsList();
    } catch (StatusRuntimeException e) {
      throw refused("a BatchScore call", e);
    }
    for (BatchScoreResult result : results) {
      if (result.hasError()) {
        throw new IOException(
            "customer %d was not scored: %s"
                .formatted(scores.size(), result.getError().getMessage()));
      }
      scores.add(reader.fromMessage(result.getScore()));
    }
  }

  private static IOException refused(String what, StatusRuntimeException cause) {
    // Code and description, as the server gave them.
    return new IOException(
        "%s was not answered: %s (expected a score)".formatted(what, cause.getMessage()), cause);
  }

  private static Subject subject(KnownCustomer customer) {
    Subject.Builder subject =
        Subject.newBuilder().setHistory(HistoryWriter.toMessage(customer.history()));
    if (!customer.account().isEmpty()) {
      subject.setAccountHistory(HistoryWriter.toMessage(customer.account()));
    }
    return subject.build();
  }

  private static ScoreOptions options(Instant asOf) {
    return ScoreOptions.newBuilder().setAsOf(Times.toMessage(asOf)).build();
  }
}
