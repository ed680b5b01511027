package io.kindred.datasets;

import io.kindred.features.Event;
import java.util.Arrays;

/// Every event by its id, each once, with whose it is and where it was read.
///
/// Numbers of entries are hashed by open addressing, since a map with an object for each entry
/// takes three times the memory and there may be millions.
final class EventIndex {
  private static final int NONE = -1;

  private Event[] events = new Event[16];
  private Gathered[] owners = new Gathered[16];
  private long[] places = new long[16];
  private int[] slots = emptySlots(32);
  private int size;

  /// The number of the event with this id; below 0 where there is none.
  int find(String id) {
    return slots[slot(id)];
  }

  /// Adds an event whose id is not there yet.
  void add(Event event, Gathered owner, long place) {
    if (size == events.length) {
      grow();
    }
    slots[slot(event.id())] = size;
    events[size] = event;
    owners[size] = owner;
    places[size] = place;
    size++;
  }

  /// Puts another event with the same id in an event's place.
  void replace(int number, Event event) {
    events[number] = event;
  }

  Event event(int number) {
    return events[number];
  }

  Gathered owner(int number) {
    return owners[number];
  }

  long place(int number) {
    return places[number];
  }

  /// Where the event with this id is, or else where it would go.
  private int slot(String id) {
    int hash = id.hashCode() * 0x9E3779B9;
    int slot = (hash ^ hash >>> 16) & slots.length - 1;
    while (slots[slot] != NONE && !events[slots[slot]].id().equals(id)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private void grow() {
    int capacity = Math.addExact(size, size);
    events = Arrays.copyOf(events, capacity);
    owners = Arrays.copyOf(owners, capacity);
    places = Arrays.copyOf(places, capacity);
    slots = emptySlots(Math.multiplyExact(capacity, 2));
    for (int number = 0; number < size; number++) {
      slots[slot(events[number].id())] = number;
    }
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
