package io.kindred.training.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.models.Movement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MovementCountTest {
  private static final Instant FROM = Instant.parse("2026-01-31T23:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-28T23:00:00Z");

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /// Random segments of random customers, some unknown at either date.
  record Drawn(List<String> idsBefore, List<String> idsAfter, int[][] customers) {
    static Drawn of(int seed) {
      Random random = new Random(seed);
      List<String> idsBefore = Assignments.ids(1 + random.nextInt(6));
      // Some ids go on, others are new.
      List<String> idsAfter =
          IntStream.range(0, 1 + random.nextInt(6))
              .mapToObj(j -> "s%02d".formatted(1 + j + (j < 2 ? 0 : random.nextInt(2) * 10)))
              .distinct()
              .toList();
      int[][] customers = new int[3][random.nextInt(2_000)];
      for (int i = 0; i < customers[0].length; i++) {
        boolean knownThen = random.nextInt(8) > 0;
        boolean knownNow = random.nextInt(8) > 0;
        int skew = 1 + random.nextInt(5);
        customers[0][i] = knownThen ? random.nextInt(idsBefore.size()) / skew : -1;
        customers[1][i] = knownNow ? random.nextInt(idsBefore.size()) / skew : -1;
        customers[2][i] = knownNow ? random.nextInt(idsAfter.size()) / skew : -1;
      }
      return new Drawn(idsBefore, idsAfter, customers);
    }

    Movement movement() {
      return MovementCount.of(
          FROM, TO, idsBefore, idsAfter, customers[0], customers[1], customers[2]);
    }

    /// Known at both dates, and fulfilling a condition.
    int count(java.util.function.IntPredicate condition) {
      return (int)
          IntStream.range(0, customers[0].length)
              .filter(i -> customers[0][i] >= 0 && customers[2][i] >= 0)
              .filter(condition)
              .count();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theTwoCausesSumToTheMovementExactly(int seed) {
    Drawn drawn = Drawn.of(seed);
    Movement movement = drawn.movement();

    assertThat(movement.customers()).isEqualTo(drawn.count(_ -> true));
    for (Movement.Line line : movement.lines()) {
      int before = drawn.idsBefore().indexOf(line.segmentId());
      int after = drawn.idsAfter().indexOf(line.segmentId());
      int then = drawn.count(i -> before >= 0 && drawn.customers()[0][i] == before);
      int between = drawn.count(i -> before >= 0 && drawn.customers()[1][i] == before);
      int now = drawn.count(i -> after >= 0 && drawn.customers()[2][i] == after);
      assertThat(line)
          .isEqualTo(new Movement.Line(line.segmentId(), then, between - then, now - between, now));
    }
    assertThat(movement.lines().stream().mapToInt(Movement.Line::customersChanged).sum()).isZero();
    assertThat(movement.lines().stream().mapToInt(Movement.Line::modelChanged).sum()).isZero();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void flowsSumToAllCustomersAndThoseShownAreTrue(int seed) {
    Drawn drawn = Drawn.of(seed);
    Movement movement = drawn.movement();
    List<String> ids = drawn.idsBefore();

    assertThat(sum(movement.customersChanged())).isEqualTo(movement.customers());
    assertThat(sum(movement.modelChanged())).isEqualTo(movement.customers());
    for (Movement.Flow flow : shown(movement.customersChanged())) {
      assertThat(flow.customers())
          .isEqualTo(
              drawn.count(i ->
                  drawn.customers()[0][i] == ids.indexOf(flow.from())
                      && drawn.customers()[1][i] == ids.indexOf(flow.to())));
    }
    for (Movement.Flow flow : shown(movement.modelChanged())) {
      assertThat(flow.customers())
          .isEqualTo(
              drawn.count(i ->
                  drawn.customers()[1][i] == ids.indexOf(flow.from())
                      && drawn.customers()[2][i] == drawn.idsAfter().indexOf(flow.to())));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noFlowOfAFewIsShown(int seed) {
    Movement movement = Drawn.of(seed).movement();

    for (List<Movement.Flow> flows :
        List.of(movement.customersChanged(), movement.modelChanged())) {
      assertThat(flows).allMatch(flow -> flow.customers() >= Movement.FEWEST || flows.size() == 1);
      assertThat(flows.size() - shown(flows).size()).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aSmallPoolTakesTheNextLargerFlowAlong() {
    int[] before = new int[135];
    int[] after = IntStream.range(0, before.length).map(i -> i < 5 ? 0 : i < 35 ? 1 : 2).toArray();

    Movement movement =
        MovementCount.of(
            FROM, TO, List.of("s01"), List.of("s01", "s02", "s03"), before, before, after);

    assertThat(movement.modelChanged())
        .containsExactly(
            new Movement.Flow("s01", "s03", 100),
            new Movement.Flow(Movement.OTHERS, Movement.OTHERS, 35));
  }

  @Test
  void newCustomersAndThoseWhoLeftAreCountedApart() {
    int[] before = IntStream.range(0, 100).map(i -> i < 30 ? 0 : i < 60 ? 1 : -1).toArray();
    int[] between = IntStream.range(0, 100).map(i -> i < 30 ? -1 : i < 60 ? 1 : 0).toArray();

    Movement movement =
        MovementCount.of(
            FROM, TO, List.of("s01", "s02"), List.of("s01", "s02"), before, between, between);

    assertThat(movement.customers()).isEqualTo(30);
    assertThat(movement.left()).containsExactly(new Movement.Group("s01", 30));
    assertThat(movement.arrived()).containsExactly(new Movement.Group("s01", 40));
    assertThat(movement.lines())
        .containsExactly(
            new Movement.Line("s01", 0, 0, 0, 0), new Movement.Line("s02", 30, 0, 0, 30));
  }

  @Test
  void aCustomerKnownToOneModelOnlyIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            MovementCount.of(
                FROM,
                TO,
                List.of("s01"),
                List.of("s01"),
                new int[] {0},
                new int[] {-1},
                new int[] {0}))
        .withMessageStartingWith("a customer is known to one model and not to the other");
  }

  private static int sum(List<Movement.Flow> flows) {
    return flows.stream().mapToInt(Movement.Flow::customers).sum();
  }

  private static List<Movement.Flow> shown(List<Movement.Flow> flows) {
    return flows.stream().filter(flow -> !flow.from().equals(Movement.OTHERS)).toList();
  }
}
