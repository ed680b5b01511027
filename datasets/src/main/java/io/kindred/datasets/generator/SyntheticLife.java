package io.kindred.datasets.generator;

import io.kindred.features.Attribute;
import io.kindred.features.CustomerId;
import io.kindred.features.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One synthetic customer, or one account with its contacts, from joining to the end of the
/// horizon.
final class SyntheticLife {
  private static final double VISIT_BEFORE_ORDER = 30 * Life.MINUTE;

  private final Draws draws;
  private final SyntheticSegment first;
  private final Optional<Truth.Migration> migration;
  private final Course untreated;
  private final boolean treated;
  private final double ordersPerDay;
  private final double valueFactor;
  private final Draws experiment;
  private final Life life;
  private final Contacts contacts;

  SyntheticLife(int number, GeneratorOptions options, Clock clock, Tempo tempo) {
    this.draws = new Draws(options.seed(), number);
    List<SyntheticSegment> segments = options.scenario().definition().segments();
    this.first = draws.pick(segments, SyntheticSegment::weight);
    double joined = joined(clock);
    double unitLife = draws.unit();
    Draws migrating = Draws.of(options.seed(), number, Draws.Subject.MIGRATION);
    boolean migrates = migrating.happens(options.twists().migration());
    double change = joined + (clock.lastDayEnd() - joined) * migrating.uniform();
    this.untreated = migrates ? migrating(segments, migrating, tempo, change) : staying(tempo);
    double left = untreated.leaving(joined, unitLife);
    this.migration =
        migrates && change < left
            ? Optional.of(new Truth.Migration(first.name(), clock.moment(change)))
            : Optional.empty();
    this.experiment = Draws.of(options.seed(), number, Draws.Subject.EXPERIMENT);
    this.treated = experiment.happens(.5) && Campaign.takesPart(options, clock, joined);
    Course course =
        treated ? untreated.withEffect(clock.campaignStart(), clock.lastDayEnd()) : untreated;
    this.ordersPerDay = draws.gamma(first.rateShape(), first.ordersPerYear()) / Life.DAYS_A_YEAR;
    this.valueFactor = draws.around1(.35);
    this.life = new Life(number, options, clock, course, joined, left);
    this.contacts =
        new Contacts(life.scenario(), Draws.of(options.seed(), number, Draws.Subject.CONTACTS));
  }

  GeneratedCustomers live() {
    EventLog log = new EventLog(life, contacts);
    Shopping shopping = new Shopping(life, log, draws, this::ordersPerDay, this::orderValue);
    shopping.order();
    shopping.look();
    shopping.readLetters();
    Service service = new Service(life, log);
    service.askForHelp();
    service.doWhatIsOwn();
    Contract contract = new Contract(life);
    contract.live(log);
    Campaign campaign = new Campaign(life, treated, experiment);
    campaign.run(log, contacts.count());
    return gathered(log, campaign, contract);
  }

  private GeneratedCustomers gathered(EventLog log, Campaign campaign, Contract contract) {
    boolean accounts = life.scenario().hasAccounts();
    Profile profile = new Profile(life, draws);
    String account = accounts ? "a-" + Life.padded(life.number()) : "";
    List<GeneratedCustomer> customers = new ArrayList<>();
    for (int contact = 0; contact < contacts.count(); contact++) {
      List<Attribute> attributes = profile.attributes(false);
      if (campaign.takesPart()) {
        attributes.add(campaign.attribute());
      }
      CustomerId id =
          new CustomerId(
              accounts ? life.numbered("c", contact + 1) : "c-" + Life.padded(life.number()));
      double subscription = accounts ? 0 : contract.expectedAmount();
      customers.add(
          new GeneratedCustomer(
              id,
              account,
              History.of(log.known(contact), attributes),
              History.of(log.future(contact), List.of()),
              truth(id, account, contacts.share(contact), subscription)));
    }
    if (!accounts) {
      return new GeneratedCustomers(life.options(), customers, List.of());
    }
    GeneratedAccount company =
        new GeneratedAccount(
            account,
            History.of(log.known(EventLog.ACCOUNT), profile.attributes(true)),
            History.of(log.future(EventLog.ACCOUNT), List.of()),
            truth(new CustomerId(account), account, 1, contract.expectedAmount()));
    return new GeneratedCustomers(life.options(), customers, List.of(company));
  }

  /// @param share of the orders that the customer makes; a thinned Poisson process is one too
  private Truth truth(CustomerId id, String account, double share, double subscription) {
    Clock clock = life.clock();
    SyntheticSegment last = untreated.segmentAt(Math.min(life.left(), clock.lastDayEnd()));
    Course.Prospect prospect = prospect(untreated, share, clock.lastDayEnd(), clock.horizonEnd());
    boolean alive = life.alive();
    return new Truth(
        id,
        account,
        last.macro(),
        last.name(),
        alive,
        alive ? prospect.probability() : 0,
        alive ? prospect.orders() : 0,
        alive ? prospect.spend() : 0,
        subscription,
        alive ? 1 - prospect.alive() : 1,
        ordersPerDay * (last.ordersPerYear() / first.ordersPerYear()) * share * Life.DAYS_A_YEAR,
        untreated.meanFactor(clock.lastDayEnd(), clock.horizonEnd()),
        migration,
        uplift(share));
  }

  private Optional<Truth.Uplift> uplift(double share) {
    Clock clock = life.clock();
    double start = clock.campaignStart();
    double end = clock.lastDayEnd();
    if (!Campaign.takesPart(life.options(), clock, life.joined())) {
      return Optional.empty();
    }
    if (life.left() <= start) {
      return Optional.of(new Truth.Uplift(treated, 0, 0, 0));
    }
    Course.Prospect with = prospect(untreated.withEffect(start, end), share, start, end);
    Course.Prospect without = prospect(untreated, share, start, end);
    return Optional.of(
        new Truth.Uplift(
            treated,
            with.probability() - without.probability(),
            with.orders() - without.orders(),
            with.spend() - without.spend()));
  }

  private Course.Prospect prospect(Course course, double share, double from, double until) {
    return course.prospect(from, until, phase -> ordersPerDay(phase) * share, this::orderValue);
  }

  private double ordersPerDay(Course.Phase phase) {
    return ordersPerDay
        * (phase.segment().ordersPerYear() / first.ordersPerYear())
        * phase.orderFactor();
  }

  private double orderValue(Course.Phase phase) {
    return phase.segment().orderValue() * valueFactor;
  }

  private double joined(Clock clock) {
    // Half an hour late, so that the visit before the first order is not before the first day.
    double earliest = VISIT_BEFORE_ORDER;
    if (first.joinsInLastDays() > 0) {
      earliest = Math.max(earliest, clock.lastDayEnd() - first.joinsInLastDays());
    }
    double latest = clock.lastDayEnd() - 1;
    return earliest + (latest - earliest) * draws.uniform() * draws.uniform();
  }

  private Course staying(Tempo tempo) {
    return new Course(
        tempo,
        List.of(new Course.Phase(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, first, 1)));
  }

  private Course migrating(
      List<SyntheticSegment> segments, Draws migrating, Tempo tempo, double change) {
    List<SyntheticSegment> others =
        segments.stream().filter(segment -> !segment.name().equals(first.name())).toList();
    SyntheticSegment second = migrating.pick(others, SyntheticSegment::weight);
    return new Course(
        tempo,
        List.of(
            new Course.Phase(Double.NEGATIVE_INFINITY, change, first, 1),
            new Course.Phase(change, Double.POSITIVE_INFINITY, second, 1)));
  }
}
