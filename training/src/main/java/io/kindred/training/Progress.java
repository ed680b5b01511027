package io.kindred.training;

/// Who is told how far a training has come.
public interface Progress {

  /// A step begins.
  void step(String what);

  /// Tells nobody.
  static Progress silent() {
    return _ -> {};
  }
}
