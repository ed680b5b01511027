package io.kindred.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// What this process has used so far: compiling and collecting included.
final class Cost {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Cost() {}

  static double cpuSeconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  /// An answer and the CPU seconds that it took.
  record Timed<T>(T answer, double cpuSeconds) {}

  static <T> Timed<T> timed(Callable<T> work) throws Exception {
    double before = cpuSeconds();
    T answer = work.call();
    return new Timed<>(answer, cpuSeconds() - before);
  }

  /// The largest resident memory so far, which Linux alone tells.
  static long peakMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
