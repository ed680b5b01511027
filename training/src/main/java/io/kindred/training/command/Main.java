package io.kindred.training.command;

import java.util.Locale;

/// The data scientist's program.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // The same bundle and the same figures on screen, whatever language the machine speaks.
    Locale.setDefault(Locale.ENGLISH);
    System.exit(TrainingProgram.run(arguments));
  }
}
