package io.kindred.datasets.generator;

import io.kindred.features.CustomEvent;
import io.kindred.features.SupportContact;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.function.ToDoubleFunction;

/// What a customer asks for help with, and does that only this company's customers do.
final class Service {
  private final Life life;
  private final EventLog log;
  private final Draws draws;
  private int contacts;
  private int ownEvents;

  Service(Life life, EventLog log) {
    this.life = life;
    this.log = log;
    this.draws = Draws.of(life.options().seed(), life.number(), Draws.Subject.SERVICE);
  }

  void askForHelp() {
    forEach(
        SyntheticSegment::supportPerYear,
        day ->
            log.add(
                log.someone(),
                day,
                new SupportContact(
                    "support:" + life.numbered("s", ++contacts),
                    life.moment(day),
                    draws.pickAny(life.scenario().supportChannels()),
                    draws.pickAny(life.segmentAt(day).topics()))));
  }

  void doWhatIsOwn() {
    for (ScenarioDefinition.OwnEvent own : life.scenario().custom()) {
      forEach(
          segment -> segment.customPerYear().getOrDefault(own.name(), 0.0),
          day -> {
            SortedMap<String, String> properties = new TreeMap<>();
            own.properties().forEach((name, mix) -> properties.put(name, draws.pick(mix)));
            log.add(
                log.someone(),
                day,
                new CustomEvent(
                    "custom." + own.name() + ":" + life.numbered("u", ++ownEvents),
                    life.moment(day),
                    own.name(),
                    Math.round(draws.exponential(own.value())),
                    properties));
          });
    }
  }

  private void forEach(ToDoubleFunction<SyntheticSegment> perYear, DoubleConsumer event) {
    ToDoubleFunction<Course.Phase> daysBetween =
        phase -> Life.DAYS_A_YEAR / perYear.applyAsDouble(phase.segment());
    for (double day = life.course().next(life.joined(), draws.unit(), daysBetween);
        day < life.end();
        day = life.course().next(day, draws.unit(), daysBetween)) {
      event.accept(day);
    }
  }
}
