package io.kindred.training.command;

import io.kindred.datasets.generator.Generator;
import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows how far the writing of customers has come as a bar on a terminal, or as a line for each
/// million events elsewhere.
final class EventsOnScreen implements Generator.Progress, AutoCloseable {
  private static final int REFRESH_MILLISECONDS = 200;
  private static final int WIDTH = 100;
  private static final long EVENTS_A_LINE = 1_000_000;

  private final PrintStream out;
  private final boolean byEvents;
  private final ProgressBar bar;
  private final boolean onTerminal;
  private long lines;

  /// @param events how many there will be, if it is these that end the writing
  EventsOnScreen(PrintStream out, boolean onTerminal, int customers, Optional<Long> events) {
    this.out = out;
    this.onTerminal = onTerminal;
    this.byEvents = events.isPresent();
    this.bar =
        new ProgressBarBuilder()
            .setInitialMax(events.orElse((long) customers))
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
            .setTaskName(byEvents ? "Events" : "Customers")
            .setConsumer(
                onTerminal ? new ConsoleProgressBarConsumer(out, WIDTH) : new StepsOnScreen.Quiet())
            .build();
  }

  @Override
  public void written(Generator.Written soFar) {
    bar.stepTo(byEvents ? soFar.events() : soFar.customers());
    if (!onTerminal && soFar.events() / EVENTS_A_LINE > lines) {
      lines = soFar.events() / EVENTS_A_LINE;
      out.printf("  %d events of %d customers%n", soFar.events(), soFar.customers());
    }
  }

  @Override
  public void close() {
    bar.close();
  }
}
