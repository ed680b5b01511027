package io.kindred.datasets;

import java.util.ArrayList;
import java.util.List;

/// What reading one row would change: all of it counts once the whole row could be read, and none
/// of it where any part of the row is wrong.
final class RowChanges {
  private final List<Runnable> kept = new ArrayList<>();
  private final List<Runnable> discarded = new ArrayList<>();

  /// A change to be made when the row is kept.
  void whenKept(Runnable change) {
    kept.add(change);
  }

  /// What takes back a change that was made already.
  void whenDiscarded(Runnable undoing) {
    discarded.add(undoing);
  }

  void keep() {
    kept.forEach(Runnable::run);
    clear();
  }

  void discard() {
    discarded.forEach(Runnable::run);
    clear();
  }

  private void clear() {
    kept.clear();
    discarded.clear();
  }
}
