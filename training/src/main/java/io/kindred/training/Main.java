package io.kindred.training;

import io.kindred.training.command.TrainingProgram;

/// The data scientist's program.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(TrainingProgram.run(arguments));
  }
}
