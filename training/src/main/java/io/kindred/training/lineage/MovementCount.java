package io.kindred.training.lineage;

import io.kindred.models.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Counts who moved between two bundles.
///
/// An assignment has a segment for every customer in the same order, {@link #UNKNOWN} for one who
/// was not known at its date.
public final class MovementCount {
  /// In place of a segment.
  public static final int UNKNOWN = -1;

  private final List<String> idsBefore;
  private final List<String> idsAfter;
  private final int[][] customersChanged;
  private final int[][] modelChanged;
  private final int[] arrived;
  private final int[] left;

  private MovementCount(List<String> idsBefore, List<String> idsAfter) {
    this.idsBefore = List.copyOf(idsBefore);
    this.idsAfter = List.copyOf(idsAfter);
    this.customersChanged = new int[idsBefore.size()][idsBefore.size()];
    this.modelChanged = new int[idsBefore.size()][idsAfter.size()];
    this.arrived = new int[idsAfter.size()];
    this.left = new int[idsBefore.size()];
  }

  /// The movement from a bundle at its date to another at its own.
  ///
  /// @param idsBefore the segments of the model before
  /// @param idsAfter the segments of the new model
  /// @param before by the model before, at its date
  /// @param between by the model before, at the new date
  /// @param after by the new model, at the new date
  public static Movement of(
      Instant from,
      Instant to,
      List<String> idsBefore,
      List<String> idsAfter,
      int[] before,
      int[] between,
      int[] after) {
    MovementCount count = new MovementCount(idsBefore, idsAfter);
    for (int customer = 0; customer < before.length; customer++) {
      if ((between[customer] == UNKNOWN) != (after[customer] == UNKNOWN)) {
        throw new IllegalArgumentException(
            "a customer is known to one model and not to the other at the same date (expected both or neither)");
      }
      count.add(before[customer], between[customer], after[customer]);
    }
    return new Movement(
        from,
        to,
        count.known(),
        count.lines(),
        flows(idsBefore, idsBefore, count.customersChanged),
        flows(idsBefore, idsAfter, count.modelChanged),
        groups(idsAfter, count.arrived),
        groups(idsBefore, count.left));
  }

  private void add(int before, int between, int after) {
    if (before != UNKNOWN && after != UNKNOWN) {
      customersChanged[before][between]++;
      modelChanged[between][after]++;
    } else if (after != UNKNOWN) {
      arrived[after]++;
    } else if (before != UNKNOWN) {
      left[before]++;
    }
  }

  private int known() {
    return IntStream.range(0, idsBefore.size()).map(i -> row(customersChanged, i)).sum();
  }

  /// By segments of the new model first, then those that are no more.
  private List<Movement.Line> lines() {
    SequencedSet<String> ids = new LinkedHashSet<>(idsAfter);
    ids.addAll(idsBefore);
    List<Movement.Line> lines = new ArrayList<>();
    for (String id : ids) {
      int i = idsBefore.indexOf(id);
      int j = idsAfter.indexOf(id);
      int before = i < 0 ? 0 : row(customersChanged, i);
      int between = i < 0 ? 0 : column(customersChanged, i);
      int after = j < 0 ? 0 : column(modelChanged, j);
      lines.add(new Movement.Line(id, before, between - before, after - between, after));
    }
    return lines;
  }

  private static int row(int[][] counts, int row) {
    return IntStream.of(counts[row]).sum();
  }

  private static int column(int[][] counts, int column) {
    return IntStream.range(0, counts.length).map(i -> counts[i][column]).sum();
  }

  /// The cells of a matrix that are not 0, small ones pooled.
  private static List<Movement.Flow> flows(List<String> from, List<String> to, int[][] counts) {
    List<Movement.Flow> cells = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        cells.add(new Movement.Flow(from.get(i), to.get(j), counts[i][j]));
      }
    }
    return pooled(
        cells,
        Movement.Flow::customers,
        customers -> new Movement.Flow(Movement.OTHERS, Movement.OTHERS, customers));
  }

  /// The segments that have customers, small ones pooled.
  private static List<Movement.Group> groups(List<String> ids, int[] counts) {
    return pooled(
        IntStream.range(0, counts.length)
            .mapToObj(i -> new Movement.Group(ids.get(i), counts[i]))
            .toList(),
        Movement.Group::customers,
        customers -> new Movement.Group(Movement.OTHERS, customers));
  }

  /// The cells that have at least {@link Movement#FEWEST} customers, then one of all others
  /// together; where that would be a small one too it takes the smallest of the rest along.
  private static <T> List<T> pooled(List<T> cells, ToIntFunction<T> size, IntFunction<T> pool) {
    Set<T> shown = new LinkedHashSet<>();
    int pooled = 0;
    for (T cell : cells.stream().sorted(Comparator.comparingInt(size)).toList()) {
      boolean isPoolSmall = pooled > 0 && pooled < Movement.FEWEST;
      if (size.applyAsInt(cell) < Movement.FEWEST || isPoolSmall) {
        pooled += size.applyAsInt(cell);
      } else {
        shown.add(cell);
      }
    }
    List<T> inOrder = new ArrayList<>(cells.stream().filter(shown::contains).toList());
    if (pooled > 0) {
      inOrder.add(pool.apply(pooled));
    }
    return inOrder;
  }
}
