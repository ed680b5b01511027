package io.kindred.datasets.generator;

import io.kindred.features.Cart;
import io.kindred.features.CustomEvent;
import io.kindred.features.Event;
import io.kindred.features.LateEvent;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Subscription;
import io.kindred.features.SupportContact;
import io.kindred.features.Visit;
import java.util.ArrayList;
import java.util.List;

/// The events of one customer, or of an account and its contacts, each with whoever did it.
final class EventLog {
  /// Who did what the account itself did.
  static final int ACCOUNT = -1;

  private final Life life;
  private final Contacts contacts;
  private final Draws missing;
  private final Draws late;
  private final List<List<Event>> known = new ArrayList<>();
  private final List<List<Event>> future = new ArrayList<>();

  EventLog(Life life, Contacts contacts) {
    this.life = life;
    this.contacts = contacts;
    long seed = life.options().seed();
    this.missing = Draws.of(seed, life.number(), Draws.Subject.MISSING);
    this.late = Draws.of(seed, life.number(), Draws.Subject.LATE);
    for (int doer = ACCOUNT; doer < contacts.count(); doer++) {
      known.add(new ArrayList<>());
      future.add(new ArrayList<>());
    }
  }

  /// Someone who does the next thing.
  int someone() {
    return contacts.someone();
  }

  void add(int doer, double day, Event event) {
    Clock clock = life.clock();
    if (event.time().isAfter(clock.asOf())) {
      if (day < clock.horizonEnd()) {
        future.get(doer + 1).add(event);
      }
      return;
    }
    Event seen = seen(day, event);
    if (!seen.knownSince().isAfter(clock.asOf())) {
      known.get(doer + 1).add(seen);
    }
  }

  List<Event> known(int doer) {
    return known.get(doer + 1);
  }

  List<Event> future(int doer) {
    return future.get(doer + 1);
  }

  /// The event as the company sees it.
  private Event seen(double day, Event event) {
    Twists twists = life.options().twists();
    return switch (event) {
      case Visit visit ->
          twists.missing() == 0
              ? visit
              : new Visit(
                  visit.id(),
                  visit.time(),
                  visit.channel(),
                  visit.pages(),
                  unlessMissing(visit.device()),
                  unlessMissing(visit.referrer()));
      case Order _, Return _, SupportContact _ ->
          late.happens(twists.late())
              ? LateEvent.of(event, life.moment(day + 1 + 6 * late.uniform()))
              : event;
      case Cart _, Message _, Subscription _, CustomEvent _, LateEvent _ -> event;
    };
  }

  private String unlessMissing(String word) {
    return missing.happens(life.options().twists().missing()) ? "" : word;
  }
}
