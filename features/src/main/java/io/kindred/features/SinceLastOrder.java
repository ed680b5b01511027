package io.kindred.features;

/// Visits since the last order.
final class SinceLastOrder implements Accumulator {
  private int visits;

  @Override
  public boolean wants(int kind) {
    return kind == EventKind.ORDER.code() || kind == EventKind.VISIT.code();
  }

  @Override
  public void clear() {
    visits = 0;
  }

  @Override
  public void add(EventColumns rows, int row, int age) {
    visits = rows.kind[row] == EventKind.VISIT.code() ? visits + 1 : 0;
  }

  int visits() {
    return visits;
  }
}
