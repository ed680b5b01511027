package io.kindred.datasets;

/// Why a data set, or a row of it, is left to the reader that goes row by row: what is rare or
/// wrong is read, or refused with its place, by that one alone.
final class NoFastWay extends Exception {
  private static final long serialVersionUID = 1;

  NoFastWay(String why) {
    super(why, null, false, false);
  }
}
