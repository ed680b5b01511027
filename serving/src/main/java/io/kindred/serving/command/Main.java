package io.kindred.serving.command;

import java.time.InstantSource;
import java.util.Locale;

/// The operator's program.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Numbers look the same on every machine.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(ServingProgram.run(InstantSource.system(), arguments));
  }
}
