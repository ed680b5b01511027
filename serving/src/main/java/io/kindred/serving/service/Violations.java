package io.kindred.serving.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.features.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The bad fields of one request, gathered so that a caller hears of all of them at once.
final class Violations {
  /// A status travels in HTTP headers, of which clients take 8 KiB.
  private static final int MOST_BYTES = 2_000;

  private final List<BadField> listed = new ArrayList<>();
  private int bytes;
  private int count;

  void add(Place place, String description) {
    boolean isFull = isFull();
    count++;
    if (!isFull) {
      BadField field = new BadField(place.path(), description);
      int size = field.toString().getBytes(UTF_8).length;
      if (bytes + size <= MOST_BYTES) {
        listed.add(field);
        bytes += size;
      }
    }
  }

  /// Adds a name that is not known, with the nearest that is.
  ///
  /// @param what such as `feature`
  void addUnknownName(Place place, String what, String name, Collection<String> known) {
    if (isFull()) {
      count++;
      return;
    }
    // Only as much of a name as is shown is compared, so that a long one costs nothing.
    String compared = name.substring(0, Math.min(name.length(), Quoted.LONGEST));
    String remedy =
        NearestName.to(compared, known)
            .map(nearest -> "did you mean '%s'?".formatted(nearest))
            .orElse("expected none: the bundle has no %ss".formatted(what));
    add(
        place,
        "is %s, which is no %s of this bundle (%s)".formatted(Quoted.of(name), what, remedy));
  }

  /// Adds a list that is too long, and says whether it is.
  boolean addIfOver(int most, int size, Place place) {
    if (size > most) {
      add(place, "has %d items (expected at most %d)".formatted(size, most));
    }
    return size > most;
  }

  int count() {
    return count;
  }

  void refuseIfAny() {
    if (count > 0) {
      throw Refusal.badFields(listed, count);
    }
  }

  /// Whether one was left out: then all that follow are.
  private boolean isFull() {
    return count > listed.size();
  }
}
