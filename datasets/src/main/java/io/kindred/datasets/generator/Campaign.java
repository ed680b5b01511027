package io.kindred.datasets.generator;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Basis;
import io.kindred.features.CustomEvent;
import io.kindred.features.Message;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// An experiment: by lot, half of those who have joined get a message at the campaign's start, and
/// order at another rate until the last day's end.
final class Campaign {
  static final String NAME = "experiment";
  static final String ASSIGNED = "experiment_assigned";
  static final String ARM = "arm";

  /// The arm, as an attribute of whoever is in the experiment.
  static final AttributeDefinition ARM_ATTRIBUTE =
      new AttributeDefinition(
          "experiment_arm", Basis.SITUATIONAL, AttributeDefinition.Type.CATEGORY, 0, 0);

  private static final double NINE_O_CLOCK = 9.0 / 24;

  private final Life life;
  private final boolean takesPart;
  private final boolean treated;
  private final Draws draws;

  /// @param treated what the lot said
  Campaign(Life life, boolean treated, Draws draws) {
    this.life = life;
    this.takesPart = takesPart(life.options(), life.clock(), life.joined());
    this.treated = treated;
    this.draws = draws;
  }

  static boolean takesPart(GeneratorOptions options, Clock clock, double joined) {
    return options.twists().experiment() && joined < clock.campaignStart();
  }

  /// Writes down what was assigned to each, and the messages to the treated.
  void run(EventLog log, int contacts) {
    for (int contact = 0; takesPart && contact < contacts; contact++) {
      double start = life.clock().campaignStart();
      SortedMap<String, String> properties = new TreeMap<>();
      properties.put(ARM, arm());
      log.add(
          contact,
          start,
          new CustomEvent(
              "custom.%s:%s".formatted(ASSIGNED, life.numbered("e", contact + 1)),
              life.moment(start),
              ASSIGNED,
              0,
              properties));
      if (treated) {
        send(log, contact, start + NINE_O_CLOCK);
      }
    }
  }

  /// What is known of each of the contacts.
  Attribute attribute() {
    return new Attribute(
        ARM_ATTRIBUTE.name(),
        new AttributeValue.Category(arm()),
        life.moment(life.clock().campaignStart()));
  }

  boolean takesPart() {
    return takesPart;
  }

  String arm() {
    return treated ? "treatment" : "control";
  }

  static Message message(
      Message.Step step, String id, Instant time, String channel, String campaign) {
    String word =
        switch (step) {
          case SENT -> "sent";
          case OPENED -> "opened";
          case CLICKED -> "clicked";
        };
    return new Message("message." + word + ":" + id, time, step, channel, campaign);
  }

  private void send(EventLog log, int contact, double day) {
    String id = life.numbered("x", contact + 1);
    SyntheticSegment segment = life.segmentAt(day);
    message(log, contact, day, Message.Step.SENT, id);
    if (day < life.left() && draws.happens(segment.open())) {
      double opened = day + draws.exponential(.3);
      message(log, contact, opened, Message.Step.OPENED, id);
      if (draws.happens(segment.click())) {
        message(log, contact, opened + Life.MINUTE, Message.Step.CLICKED, id);
      }
    }
  }

  private void message(EventLog log, int contact, double day, Message.Step step, String id) {
    log.add(contact, day, message(step, id, life.moment(day), "email", NAME));
  }
}
