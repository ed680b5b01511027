package io.kindred.serving.service;

import io.grpc.stub.StreamObserver;
import io.kindred.scoring.Score;
import io.kindred.v1.BatchScoreRequest;
import io.kindred.v1.BatchScoreResponse;
import io.kindred.v1.BatchScoreResult;
import io.kindred.v1.ExplainScoreRequest;
import io.kindred.v1.ExplainScoreResponse;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoreResponse;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.WhatIfRequest;
import io.kindred.v1.WhatIfResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Scores one customer or many.
final class ScoringEndpoint extends ScoringServiceGrpc.ScoringServiceImplBase {
  static final int MOST_SUBJECTS = 1_000;
  private static final Place REQUEST = new Place.Whole();

  private final LiveModel live;
  private final InstantSource clock;

  ScoringEndpoint(LiveModel live, InstantSource clock) {
    this.live = live;
    this.clock = clock;
  }

  @Override
  public void score(ScoreRequest request, StreamObserver<ScoreResponse> caller) {
    Answer.send(caller, () -> score(request));
  }

  @Override
  public void batchScore(BatchScoreRequest request, StreamObserver<BatchScoreResponse> caller) {
    Answer.send(caller, () -> batchScore(request));
  }

  @Override
  public void explainScore(
      ExplainScoreRequest request, StreamObserver<ExplainScoreResponse> caller) {
    Answer.send(caller, () -> new Explanations(live.bundle()).explain(request, clock.instant()));
  }

  @Override
  public void whatIf(WhatIfRequest request, StreamObserver<WhatIfResponse> caller) {
    Answer.send(caller, () -> new Explanations(live.bundle()).whatIf(request, clock.instant()));
  }

  private ScoreResponse score(ScoreRequest request) {
    LiveBundle bundle = live.bundle();
    Violations violations = new Violations();
    ScoreWish wish =
        ScoreWish.read(
            request.getOptions(), REQUEST.field("options"), bundle, clock.instant(), violations);
    float[] row =
        bundle.row(request.getSubject(), REQUEST.field("subject"), wish.asOf(), violations);
    Score score = bundle.scorer().score(row, wish.asOf());
    return ScoreResponse.newBuilder()
        .setScore(new ScoreWriter(bundle, wish).toMessage(score, row))
        .build();
  }

  private BatchScoreResponse batchScore(BatchScoreRequest request) {
    LiveBundle bundle = live.bundle();
    Violations violations = new Violations();
    ScoreWish wish =
        ScoreWish.read(
            request.getOptions(), REQUEST.field("options"), bundle, clock.instant(), violations);
    int size = request.getSubjectsCount();
    if (size == 0 || size > MOST_SUBJECTS) {
      violations.add(
          REQUEST.field("subjects"),
          "has %d items (expected 1 to %d)".formatted(size, MOST_SUBJECTS));
    }
    violations.refuseIfAny();

    BatchScoreResult[] results = new BatchScoreResult[size];
    List<Integer> places = new ArrayList<>(size);
    List<float[]> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      try {
        rows.add(bundle.row(request.getSubjects(i), REQUEST, wish.asOf(), new Violations()));
        places.add(i);
      } catch (RuntimeException e) {
        results[i] = failed(e);
      }
    }
    List<BatchScoreResult> answered = answer(bundle, wish, rows);
    for (int i = 0; i < answered.size(); i++) {
      results[places.get(i)] = answered.get(i);
    }
    return BatchScoreResponse.newBuilder().addAllResults(List.of(results)).build();
  }

  /// What becomes of each row: all in one run or, where the model fails on that, each by itself, so
  /// that one customer does not spoil the others.
  private static List<BatchScoreResult> answer(
      LiveBundle bundle, ScoreWish wish, List<float[]> rows) {
    ScoreWriter writer = new ScoreWriter(bundle, wish);
    try {
      List<Score> scores = scores(bundle, wish.asOf(), rows);
      return IntStream.range(0, rows.size())
          .mapToObj(i ->
              BatchScoreResult.newBuilder()
                  .setScore(writer.toMessage(scores.get(i), rows.get(i)))
                  .build())
          .toList();
    } catch (RuntimeException e) {
      return rows.size() == 1
          ? List.of(failed(e))
          : rows.stream().flatMap(row -> answer(bundle, wish, List.of(row)).stream()).toList();
    }
  }

  private static List<Score> scores(LiveBundle bundle, Instant asOf, List<float[]> rows) {
    return bundle
        .scorer()
        .score(rows.toArray(float[][]::new), Collections.nCopies(rows.size(), asOf));
  }

  private static BatchScoreResult failed(RuntimeException exception) {
    return BatchScoreResult.newBuilder().setError(Failure.of(exception).asItem()).build();
  }
}
