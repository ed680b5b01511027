package io.kindred.training.command;

/// The data scientist's program.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(TrainingProgram.run(arguments));
  }
}
