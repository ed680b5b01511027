package io.kindred.datasets.generator;

import io.kindred.features.Cart;
import io.kindred.features.Message;
import io.kindred.features.Order;
import io.kindred.features.OrderLine;
import io.kindred.features.Return;
import io.kindred.features.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What a customer buys, looks at and reads.
final class Shopping {
  private static final double MINUTE = Life.MINUTE;
  private static final double CAMPAIGN_DAYS = Life.DAYS_A_YEAR / 12;
  private static final int MOST_LINES = 4;

  private final Life life;
  private final ScenarioDefinition scenario;
  private final EventLog log;
  private final Draws draws;
  private final Draws details;
  private final ToDoubleFunction<Course.Phase> daysBetweenOrders;
  private final ToDoubleFunction<Course.Phase> orderValue;
  private int orders;
  private int visits;
  private int carts;
  private int returns;

  Shopping(
      Life life,
      EventLog log,
      Draws draws,
      ToDoubleFunction<Course.Phase> ordersPerDay,
      ToDoubleFunction<Course.Phase> orderValue) {
    this.life = life;
    this.scenario = life.scenario();
    this.log = log;
    this.draws = draws;
    this.details = Draws.of(life.options().seed(), life.number(), Draws.Subject.DETAILS);
    this.daysBetweenOrders = phase -> 1 / ordersPerDay.applyAsDouble(phase);
    this.orderValue = orderValue;
  }

  void order() {
    if (draws.happens(life.segmentAt(life.joined()).firstOrder())) {
      order(life.joined());
    }
    Course course = life.course();
    for (double day = course.next(life.joined(), draws.unit(), daysBetweenOrders);
        day < life.end();
        day = course.next(day, draws.unit(), daysBetweenOrders)) {
      order(day);
    }
  }

  void look() {
    for (double day = life.joined() + MINUTE;
        day < life.end();
        day =
            life.course()
                .next(
                    day,
                    draws.unit(),
                    phase -> Life.DAYS_A_YEAR / phase.segment().visitsPerYear())) {
      SyntheticSegment segment = life.segmentAt(day);
      int doer = log.someone();
      visit(doer, day, channel(segment, day));
      if (draws.happens(segment.abandon())) {
        double later = day + 6 * MINUTE;
        cart(doer, later, Cart.Step.ABANDONED, Life.money(value(day) * draws.around1(.5)));
      }
    }
  }

  void readLetters() {
    int letter = 0;
    double first = life.joined() + scenario.newsletterDays() * draws.uniform();
    for (double day = first; day < life.clock().horizonEnd(); day += scenario.newsletterDays()) {
      SyntheticSegment segment = life.segmentAt(day);
      int reader = log.someone();
      String id = life.numbered("m", ++letter);
      String channel =
          segment.messageChannels().isEmpty() ? "email" : details.pick(segment.messageChannels());
      Letter sent = new Letter(reader, id, channel, campaign(day));
      message(sent, day, Message.Step.SENT);
      double interest = day < life.left() ? 1 : .1;
      if (draws.happens(segment.open() * interest)) {
        double opened = day + draws.exponential(.3);
        message(sent, opened, Message.Step.OPENED);
        if (draws.happens(segment.click())) {
          message(sent, opened + MINUTE, Message.Step.CLICKED);
        }
      }
    }
  }

  private void order(double day) {
    SyntheticSegment segment = life.segmentAt(day);
    int doer = log.someone();
    String id = "order:" + life.numbered("o", ++orders);
    String channel = channel(segment, day);
    double amount = Life.money(value(day) * draws.around1(.5));
    double items = 1 + Math.floor(draws.exponential(segment.itemsPerOrder() - .5));
    boolean offline = scenario.offlineChannels().contains(channel);
    if (!offline) {
      visit(doer, day - 12 * MINUTE, channel);
      if (scenario.cartRecorded() == 1 || details.happens(scenario.cartRecorded())) {
        cart(doer, day - 4 * MINUTE, Cart.Step.FILLED, amount);
      }
    }
    String discount = draws.happens(segment.discount()) ? draws.pick(scenario.discounts()) : "";
    String category = draws.pick(segment.categories());
    String product = product(category);
    String store =
        offline && !scenario.stores().isEmpty()
            ? scenario.stores().get((int) (scenario.stores().size() * details.uniform()))
            : "";
    log.add(
        doer,
        day,
        new Order(
            id,
            life.moment(day),
            amount,
            items,
            category,
            channel,
            discount,
            product,
            store,
            lines(segment, category, product, amount, items)));
    if (draws.happens(segment.returned())) {
      double back = day + 3 + 17 * draws.uniform();
      boolean all = items == 1 || draws.happens(.5);
      log.add(
          doer,
          back,
          new Return(
              "return:" + life.numbered("r", ++returns),
              life.moment(back),
              all ? amount : Life.money(amount / 2),
              all ? items : Math.floor(items / 2),
              product.isEmpty() ? "" : category,
              product));
    }
  }

  /// Lines of which the first has more than half of the money, and all together the order's.
  private List<OrderLine> lines(
      SyntheticSegment segment, String category, String product, double amount, double items) {
    if (product.isEmpty()) {
      return List.of();
    }
    int more = (int) Math.min(Math.floor(details.exponential(.9)), Math.min(items, MOST_LINES) - 1);
    long cents = Math.round(amount * 100);
    long rest = more == 0 ? 0 : (long) (cents * .45 * details.uniform());
    List<OrderLine> lines = new ArrayList<>();
    lines.add(new OrderLine(product, category, (cents - rest) / 100.0, items - more));
    for (int line = 0; line < more; line++) {
      long part = line == more - 1 ? rest : rest / 2;
      rest -= part;
      String other = details.pick(segment.categories());
      lines.add(new OrderLine(product(other), other, part / 100.0, 1));
    }
    return lines;
  }

  /// The first products of a category sell best.
  private String product(String category) {
    int products = scenario.products().getOrDefault(category, 0);
    if (products == 0) {
      return "";
    }
    double place = details.uniform();
    int number = 1 + (int) (products * place * place);
    return category + (number < 10 ? "-0" : "-") + number;
  }

  private void visit(int doer, double day, String channel) {
    SyntheticSegment segment = life.segmentAt(day);
    double pages = 1 + Math.floor(draws.exponential(5));
    log.add(
        doer,
        day,
        new Visit(
            "visit:" + life.numbered("v", ++visits),
            life.moment(day),
            channel,
            pages,
            details.pickAny(segment.visitDevices()),
            details.pickAny(segment.referrers())));
  }

  private void cart(int doer, double day, Cart.Step step, double value) {
    String id = "cart." + word(step) + ":" + life.numbered("k", ++carts);
    log.add(doer, day, new Cart(id, life.moment(day), step, value));
  }

  private record Letter(int reader, String id, String channel, String campaign) {}

  private void message(Letter letter, double day, Message.Step step) {
    log.add(
        letter.reader(),
        day,
        Campaign.message(step, letter.id(), life.moment(day), letter.channel(), letter.campaign()));
  }

  private String campaign(double day) {
    List<String> campaigns = scenario.campaigns();
    return campaigns.isEmpty()
        ? ""
        : campaigns.get((int) Math.floor(day / CAMPAIGN_DAYS) % campaigns.size());
  }

  /// A channel, whose growing one gains by as much as the drift takes from the rates.
  private String channel(SyntheticSegment segment, double day) {
    double drift = life.options().twists().drift();
    if (drift == 1) {
      return draws.pick(segment.channels());
    }
    Map<String, Double> weights = new LinkedHashMap<>(segment.channels());
    weights.computeIfPresent(
        scenario.growingChannel(),
        (_, weight) -> weight * Math.pow(drift, -Math.max(day, 0) / Life.DAYS_A_YEAR));
    return draws.pick(weights);
  }

  private static String word(Cart.Step step) {
    return switch (step) {
      case FILLED -> "filled";
      case ABANDONED -> "abandoned";
    };
  }

  private double value(double day) {
    return orderValue.applyAsDouble(life.course().phaseAt(day));
  }
}
