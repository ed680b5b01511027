package io.kindred.training.lifetimevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.Event;
import io.kindred.features.FeatureSchema;
import io.kindred.features.FeatureTable;
import io.kindred.features.Featurizer;
import io.kindred.features.History;
import io.kindred.features.Order;
import io.kindred.features.Visit;
import io.kindred.training.metrics.Metrics;
import io.kindred.training.panel.Panel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class LifetimeValueTrainerTest {
  private static final ZoneId ZONE = ZoneId.of("UTC");
  private static final Instant AS_OF = AsOf.endOf(LocalDate.of(2025, 12, 31), ZONE);
  private static final int HORIZON = 90;
  private static final Featurizer FEATURIZER =
      new Featurizer(
          FeatureSchema.complete(ZONE, "EUR", new LinkedHashMap<>(), List.of(), List.of()));

  @Test
  void totalsAndRangesHoldOnFreshCustomersAndEveryonesRankBeatsChance() {
    LifetimeValueModel model = LifetimeValueTrainer.fit(panel(shop(3000, 1), AS_OF), HORIZON, 0.8);

    Panel fresh = panel(shop(6000, 2), AS_OF);
    double[] expected = new double[fresh.size()];
    int inside = 0;
    for (int row = 0; row < fresh.size(); row++) {
      LifetimeValueModel.Prediction prediction = model.predict(fresh.table().row(row));
      expected[row] = prediction.spend();
      double spend = fresh.outcome(row).spend();
      inside += prediction.low() <= spend && spend <= prediction.high() ? 1 : 0;
    }
    assertThat(Metrics.totalError(expected, fresh.spend())).isBetween(-0.08, 0.08);
    assertThat(Metrics.spearman(expected, fresh.spend())).isGreaterThan(0.4);
    assertThat(inside / (double) fresh.size()).isBetween(0.77, 0.95);
  }

  @Test
  void newcomersAreWorthWhatNewcomersWentOnToSpend() {
    List<Customer> customers = new ArrayList<>(shop(500, 3));
    for (int i = 0; i < 20; i++) {
      customers.add(newcomer(i, i < 5 ? 40 * (i + 1) : 0));
    }

    LifetimeValueModel model = LifetimeValueTrainer.fit(panel(customers, AS_OF), HORIZON, 0.8);

    // 40 + 80 + 120 + 160 + 200 = 600 over 20; floor(.1 * 21) = 2, so the second from each end.
    assertThat(model.newcomers()).isEqualTo(new NewcomerValue(20, 0.25, 30, 0, 160));
    float[] unknown = new float[FEATURIZER.schema().size()];
    Arrays.fill(unknown, Float.NaN);
    assertThat(model.predict(unknown))
        .isEqualTo(new LifetimeValueModel.Prediction(0, 0.25, 30, 0, 160));
  }

  @Test
  void withoutNewcomersTheirFiguresAreZero() {
    LifetimeValueModel model = LifetimeValueTrainer.fit(panel(shop(500, 3), AS_OF), HORIZON, 0.8);

    assertThat(model.newcomers()).isEqualTo(new NewcomerValue(0, 0, 0, 0, 0));
  }

  @Test
  void aLaterFitKeepsTheEarlierRangesAndNewcomers() {
    List<Customer> customers = shop(800, 4);
    LifetimeValueModel earlier = LifetimeValueTrainer.fit(panel(customers, AS_OF), HORIZON, 0.8);
    FeatureTable later =
        FeatureTable.of(FEATURIZER, customers, AsOf.plusDays(AS_OF, HORIZON, ZONE));

    LifetimeValueModel refitted = LifetimeValueTrainer.refit(earlier, later);

    assertThat(refitted.ranges()).isSameAs(earlier.ranges());
    assertThat(refitted.newcomers()).isEqualTo(earlier.newcomers());
    assertThat(refitted.horizonDays()).isEqualTo(HORIZON);
    assertThat(refitted.purchases()).isNotEqualTo(earlier.purchases());
    assertThat(refitted.purchases().r()).isCloseTo(earlier.purchases().r(), within(0.3));
  }

  @Test
  void theSameRowsGiveTheSameModel() {
    LifetimeValueModel one = LifetimeValueTrainer.fit(panel(shop(500, 5), AS_OF), HORIZON, 0.8);
    LifetimeValueModel other = LifetimeValueTrainer.fit(panel(shop(500, 5), AS_OF), HORIZON, 0.8);

    assertThat(other.purchases()).isEqualTo(one.purchases());
    assertThat(other.values()).isEqualTo(one.values());
    assertThat(other.ranges().high()).containsExactly(one.ranges().high());
  }

  @Test
  void tooFewRepeatCustomersAreRefused() {
    List<Customer> newcomers = IntStream.range(0, 50).mapToObj(i -> newcomer(i, 0)).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LifetimeValueTrainer.fit(panel(newcomers, AS_OF), HORIZON, 0.8))
        .withMessage(
            "BG/NBD needs at least 10 customers with a repeat purchase, has 0 (use more customers"
                + " or a longer period)");
  }

  private static Panel panel(List<Customer> customers, Instant asOf) {
    return Panel.of(FEATURIZER, customers, List.of(asOf), HORIZON);
  }

  private static Customer newcomer(int number, double laterSpend) {
    List<Event> events = new ArrayList<>();
    events.add(new Visit("v", AS_OF.minus(Duration.ofDays(30)), "web", 1));
    if (laterSpend > 0) {
      events.add(order("o", AS_OF.plus(Duration.ofDays(10)), laterSpend));
    }
    return new Customer(new CustomerId("n" + number), History.of(events, List.of()));
  }

  /// Customers who buy by BG/NBD and spend by Gamma-Gamma, first 100 to 500 days before the moment.
  private static List<Customer> shop(int customers, long seed) {
    RandomDataGenerator random = new RandomDataGenerator(seed);
    List<Customer> shop = new ArrayList<>();
    for (int i = 0; i < customers; i++) {
      double rate = random.nextGamma(1.2, 1 / 60.0);
      double dropOut = random.nextBeta(0.8, 3);
      double scale = random.nextGamma(5, 1 / 60.0);
      double now = -random.nextUniform(100, 500);
      List<Event> events = new ArrayList<>();
      while (now < HORIZON) {
        Instant time = AS_OF.plusSeconds((long) (now * 86_400));
        events.add(order("o" + events.size(), time, random.nextGamma(4, 1 / scale)));
        if (events.size() > 1 && random.nextUniform(0, 1) < dropOut) {
          break;
        }
        now += random.nextExponential(1 / rate);
      }
      shop.add(new Customer(new CustomerId("c" + i), History.of(events, List.of())));
    }
    return shop;
  }

  private static Order order(String id, Instant time, double amount) {
    return new Order(id, time, amount, 1, "", "", "");
  }
}
