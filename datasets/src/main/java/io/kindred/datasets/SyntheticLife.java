package io.kindred.datasets;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeValue;
import io.kindred.features.Cart;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.History;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One synthetic customer from joining to the end of the horizon.
///
/// Times are days from the first day's beginning.
final class SyntheticLife {
  private static final double DAYS_A_YEAR = 365.25;
  private static final double MINUTE = 1.0 / (24 * 60);
  private static final double NEWSLETTER_DAYS = 14;
  private static final double SURVEYED = .65;
  private static final double ANSWERED = .92;

  private final int number;
  private final SyntheticSegment segment;
  private final Draws draws;
  private final Generator.Clock clock;
  private final List<Event> known = new ArrayList<>();
  private final List<Event> future = new ArrayList<>();
  private final double joined;
  private final double left;
  private final double ordersPerDay;
  private final double meanOrderValue;
  private int orders;
  private int visits;
  private int carts;
  private int returns;

  SyntheticLife(int number, SyntheticSegment segment, Draws draws, Generator.Clock clock) {
    this.number = number;
    this.segment = segment;
    this.draws = draws;
    this.clock = clock;
    this.joined = joined();
    this.left = joined + draws.exponential(segment.lifetimeDays());
    this.ordersPerDay = draws.gamma(segment.rateShape(), segment.ordersPerYear()) / DAYS_A_YEAR;
    this.meanOrderValue = segment.orderValue() * draws.around1(.35);
  }

  GeneratedCustomer live() {
    order();
    look();
    readNewsletters();
    CustomerId id = new CustomerId("c-%07d".formatted(number));
    return new GeneratedCustomer(
        id, History.of(known, attributes()), History.of(future, List.of()), truth(id));
  }

  private double joined() {
    // Half an hour late, so that the visit before the first order is not before the first day.
    double earliest = 30 * MINUTE;
    if (segment.joinsInLastDays() > 0) {
      earliest = Math.max(earliest, clock.lastDayEnd() - segment.joinsInLastDays());
    }
    double latest = clock.lastDayEnd() - 1;
    return earliest + (latest - earliest) * draws.uniform() * draws.uniform();
  }

  private void order() {
    if (draws.happens(segment.firstOrderProbability())) {
      order(joined);
    }
    double end = Math.min(left, clock.horizonEnd());
    for (double day = joined + draws.exponential(1 / ordersPerDay);
        day < end;
        day += draws.exponential(1 / ordersPerDay)) {
      order(day);
    }
  }

  private void order(double day) {
    String id = numbered("o", ++orders);
    String channel = draws.pick(segment.channels());
    double amount = money(meanOrderValue * draws.around1(.5));
    double items = 1 + Math.floor(draws.exponential(segment.itemsPerOrder() - .5));
    if (!channel.equals("store")) {
      visit(day - 12 * MINUTE, channel);
      String cart = "cart.filled:" + numbered("k", ++carts);
      add(day - 4 * MINUTE, new Cart(cart, moment(day - 4 * MINUTE), Cart.Step.FILLED, amount));
    }
    String discount = draws.happens(segment.discountProbability()) ? discountCode() : "";
    String category = draws.pick(segment.categories());
    add(day, new Order("order:" + id, moment(day), amount, items, category, channel, discount));
    if (draws.happens(segment.returnProbability())) {
      double back = day + 3 + 17 * draws.uniform();
      boolean all = items == 1 || draws.happens(.5);
      add(
          back,
          new Return(
              "return:" + numbered("r", ++returns),
              moment(back),
              all ? amount : money(amount / 2),
              all ? items : Math.floor(items / 2)));
    }
  }

  private void look() {
    double daysBetween = DAYS_A_YEAR / segment.visitsPerYear();
    double end = Math.min(left, clock.horizonEnd());
    for (double day = joined + MINUTE; day < end; day += draws.exponential(daysBetween)) {
      visit(day, draws.pick(segment.channels()));
      if (draws.happens(segment.abandonProbability())) {
        double later = day + 6 * MINUTE;
        add(
            later,
            new Cart(
                "cart.abandoned:" + numbered("k", ++carts),
                moment(later),
                Cart.Step.ABANDONED,
                money(meanOrderValue * draws.around1(.5))));
      }
    }
  }

  private void visit(double day, String channel) {
    double pages = 1 + Math.floor(draws.exponential(5));
    add(day, new Visit("visit:" + numbered("v", ++visits), moment(day), channel, pages));
  }

  private void readNewsletters() {
    int letter = 0;
    double first = joined + NEWSLETTER_DAYS * draws.uniform();
    for (double day = first; day < clock.horizonEnd(); day += NEWSLETTER_DAYS) {
      String id = numbered("m", ++letter);
      message(day, id, Message.Step.SENT);
      double interest = day < left ? 1 : .1;
      if (draws.happens(segment.openProbability() * interest)) {
        double opened = day + draws.exponential(.3);
        message(opened, id, Message.Step.OPENED);
        if (draws.happens(segment.clickProbability())) {
          message(opened + MINUTE, id, Message.Step.CLICKED);
        }
      }
    }
  }

  private void message(double day, String id, Message.Step step) {
    String eventId = "message.%s:%s".formatted(Words.of(step), id);
    add(day, new Message(eventId, moment(day), step, "email"));
  }

  private List<Attribute> attributes() {
    List<Attribute> attributes = new ArrayList<>();
    Instant since = moment(joined);
    if (draws.happens(.95)) {
      double age = Math.clamp(Math.round(segment.meanAge() + 9 * draws.gaussian()), 18, 95);
      attributes.add(new Attribute("age", new AttributeValue.Quantity(age), since));
    }
    attributes.add(word("household", draws.pick(segment.households()), since));
    attributes.add(word("country", country(), since));
    attributes.add(word("device", draws.pick(segment.devices()), since));
    boolean reads = draws.happens(segment.openProbability());
    attributes.add(new Attribute("newsletter", new AttributeValue.YesNo(reads), since));
    if (draws.happens(SURVEYED)) {
      answer(attributes);
    }
    return attributes;
  }

  private void answer(List<Attribute> attributes) {
    Instant answered = moment(joined + (clock.lastDayEnd() - joined) * draws.uniform());
    for (int i = 0; i < SyntheticSegment.QUESTIONS.size(); i++) {
      double answer = segment.answers().get(i) + .8 * draws.gaussian();
      if (draws.happens(ANSWERED)) {
        attributes.add(
            new Attribute(
                SyntheticSegment.QUESTIONS.get(i),
                new AttributeValue.ScalePoint(Math.clamp(Math.round(answer), 1, 5)),
                answered));
      }
    }
  }

  private Truth truth(CustomerId id) {
    boolean alive = left > clock.lastDayEnd();
    double dropOut = 1 / segment.lifetimeDays();
    double days = clock.horizonDays();
    double both = ordersPerDay + dropOut;
    double probability = ordersPerDay / both * -Math.expm1(-both * days);
    double expectedOrders = ordersPerDay / dropOut * -Math.expm1(-dropOut * days);
    return new Truth(
        id,
        segment.macro(),
        segment.name(),
        alive,
        alive ? probability : 0,
        alive ? expectedOrders * meanOrderValue : 0,
        ordersPerDay * DAYS_A_YEAR);
  }

  private void add(double day, Event event) {
    if (!event.time().isAfter(clock.asOf())) {
      known.add(event);
    } else if (day < clock.horizonEnd()) {
      future.add(event);
    }
  }

  private Instant moment(double day) {
    return clock.moment(day);
  }

  private String numbered(String prefix, int count) {
    return "%s-%07d-%d".formatted(prefix, number, count);
  }

  private String country() {
    double share = draws.uniform();
    return Generator.COUNTRIES.get(share < .6 ? 0 : share < .8 ? 1 : share < .92 ? 2 : 3);
  }

  private String discountCode() {
    return draws.happens(.7) ? "SAVE10" : "WELCOME";
  }

  private static Attribute word(String name, String word, Instant since) {
    return new Attribute(name, new AttributeValue.Category(word), since);
  }

  private static double money(double amount) {
    return Math.round(amount * 100) / 100.0;
  }
}
