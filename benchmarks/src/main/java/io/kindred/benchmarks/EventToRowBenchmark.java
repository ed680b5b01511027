package io.kindred.benchmarks;

import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.HistoryCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One event of a customer arrives: into the history, and every feature anew. To stay below 20 µs.
///
/// Read the median, `p0.50`: on a shared machine others' work is in the mean.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class EventToRowBenchmark {
  @Param("20")
  public int events;

  private final FeatureSchema schema = OneCustomer.schema();
  private final Featurizer featurizer = new Featurizer(schema);
  private final HistoryCodec codec = new HistoryCodec(OneCustomer.WORDS);
  private final Event event = OneCustomer.next(OneCustomer.IdStyle.NUMBER);
  private History history = History.empty();
  private byte[] stored = {};

  @Setup
  public void make() {
    history = OneCustomer.history(events, OneCustomer.IdStyle.NUMBER);
    stored = codec.encode(history);
  }

  /// Where the history is in memory.
  @Benchmark
  public float[] inMemory() {
    return featurizer.row(history.plus(event), OneCustomer.AS_OF);
  }

  /// Where it is read from a store, and will be written back.
  @Benchmark
  public Answer fromStored() {
    History grown = codec.decode(stored).plus(event);
    return new Answer(codec.encode(grown), featurizer.row(grown, OneCustomer.AS_OF));
  }

  /// What the features alone cost.
  @Benchmark
  public float[] rowOnly() {
    return featurizer.row(history, OneCustomer.AS_OF);
  }

  /// What both give back, so that nothing is left out.
  public record Answer(byte[] stored, float[] row) {}
}
