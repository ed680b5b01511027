package io.kindred.benchmarks;

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

/// A history to bytes and back. Read the median, `p0.50`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class HistoryCodecBenchmark {
  @Param({"20", "200"})
  public int events;

  @Param({"NUMBER", "NUMBERED_BY_CUSTOMER", "UUID"})
  public OneCustomer.IdStyle ids = OneCustomer.IdStyle.NUMBER;

  private final HistoryCodec codec = new HistoryCodec(OneCustomer.WORDS);
  private History history = History.empty();
  private byte[] stored = {};

  @Setup
  public void make() {
    history = OneCustomer.history(events, ids);
    stored = codec.encode(history);
  }

  @Benchmark
  public byte[] encode() {
    return codec.encode(history);
  }

  @Benchmark
  public History decode() {
    return codec.decode(stored);
  }
}
