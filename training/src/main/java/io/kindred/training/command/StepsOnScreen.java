package io.kindred.training.command;

import io.kindred.training.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// Shows the steps of a training as a bar on a terminal, or as lines elsewhere.
final class StepsOnScreen implements Progress, AutoCloseable {
  private static final int REFRESH_MILLISECONDS = 200;

  private final PrintStream out;
  private final ProgressBar bar;
  private final boolean onTerminal;

  /// @param steps how many there will be
  StepsOnScreen(PrintStream out, boolean onTerminal, int steps) {
    this.out = out;
    this.onTerminal = onTerminal;
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
            .setTaskName("Training");
    this.bar =
        onTerminal
            ? builder.setConsumer(new ConsoleProgressBarConsumer(out, 100)).build()
            : builder.setConsumer(new Quiet()).build();
  }

  @Override
  public void step(String what) {
    if (onTerminal) {
      bar.setExtraMessage(what);
      bar.step();
    } else {
      out.println("  " + what);
    }
  }

  @Override
  public void close() {
    bar.close();
  }

  /// Shows nothing.
  static final class Quiet implements me.tongfei.progressbar.ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return 0;
    }

    @Override
    public void accept(String rendered) {}

    @Override
    public void close() {}
  }
}
