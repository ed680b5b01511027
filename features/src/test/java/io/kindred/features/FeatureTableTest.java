package io.kindred.features;

import static io.kindred.features.Sample.SCHEMA;
import static io.kindred.features.Sample.endOf;
import static io.kindred.features.Sample.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
  private static final FeatureSchema TWO = SCHEMA.only(List.of("order_count", "order_value_total"));
  private static final CustomerId ANNA = new CustomerId("anna");
  private static final CustomerId BO = new CustomerId("bo");
  private static final List<Customer> CUSTOMERS =
      List.of(
          new Customer(ANNA, Sample.history(order("1", "2026-01-01", 10))),
          new Customer(
              BO, Sample.history(order("1", "2026-01-01", 3), order("2", "2026-01-03", 4))));

  private static FeatureTable january(int day) {
    return FeatureTable.of(new Featurizer(TWO), CUSTOMERS, endOf("2026-01-%02d".formatted(day)));
  }

  @Test
  void aRowStandsForEachCustomer() {
    FeatureTable table = january(2);
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.schema()).isEqualTo(TWO);
    assertThat(table.customer(1)).isEqualTo(BO);
    assertThat(table.asOf(1)).isEqualTo(endOf("2026-01-02"));
    assertThat(table.row(0)).containsExactly(1, 10);
    assertThat(table.row(1)).containsExactly(1, 3);
    assertThat(table.value(1, 1)).isEqualTo(3);
    assertThat(table.column("order_value_total")).containsExactly(10, 3);
  }

  @Test
  void manyCustomersKeepTheirOrder() {
    List<Customer> many =
        IntStream.range(0, 5000)
            .mapToObj(i ->
                new Customer(new CustomerId("c" + i), Sample.history(order("1", "2026-01-01", i))))
            .toList();
    FeatureTable table = FeatureTable.of(new Featurizer(TWO), many, endOf("2026-01-02"));
    for (int i = 0; i < 5000; i++) {
      assertThat(table.customer(i).value()).isEqualTo("c" + i);
      assertThat(table.value(i, 1)).isEqualTo(i);
    }
  }

  @Test
  void aPanelHoldsACustomerAtSeveralMoments() {
    FeatureTable panel = january(2).followedBy(january(3));
    assertThat(panel.column("order_count")).containsExactly(1, 1, 1, 2);
    assertThat(IntStream.range(0, 4).mapToObj(panel::customer)).containsExactly(ANNA, BO, ANNA, BO);
    assertThat(panel.asOf(1)).isEqualTo(endOf("2026-01-02"));
    assertThat(panel.asOf(3)).isEqualTo(endOf("2026-01-03"));
  }

  @Test
  void selectedRowsComeInTheOrderAskedFor() {
    FeatureTable selected = january(2).followedBy(january(3)).select(new int[] {3, 0, 3});
    assertThat(selected.column("order_value_total")).containsExactly(7, 10, 7);
    assertThat(selected.customer(0)).isEqualTo(BO);
    assertThat(selected.asOf(0)).isEqualTo(endOf("2026-01-03"));
    assertThat(selected.asOf(1)).isEqualTo(endOf("2026-01-02"));
  }

  @Test
  void rowsGoInAndComeOutAsCopies() {
    float[][] rows = {{1, 2}};
    FeatureTable table = FeatureTable.of(TWO, List.of(ANNA), endOf("2026-01-01"), rows);
    rows[0][0] = 9;
    table.row(0)[1] = 9;
    table.column("order_count")[0] = 9;
    assertThat(table.row(0)).containsExactly(1, 2);
  }

  @Test
  void rowsMustFitCustomersAndSchema() {
    assertThatThrownBy(
            () -> FeatureTable.of(TWO, List.of(ANNA, BO), endOf("2026-01-01"), new float[3][2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("3 rows for 2 customers (expected as many)");
    assertThatThrownBy(
            () -> FeatureTable.of(TWO, List.of(ANNA), endOf("2026-01-01"), new float[1][3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 0 has 3 values (expected 2, one per feature)");
    assertThatThrownBy(() -> january(2).column("order_cuont"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("feature order_cuont is not in the schema (did you mean order_count?)");
  }

  @Test
  void tablesOfDifferentSchemasDoNotJoin() {
    FeatureTable other =
        FeatureTable.of(
            new Featurizer(SCHEMA.only(List.of("order_count"))), CUSTOMERS, endOf("2026-01-02"));
    assertThatThrownBy(() -> january(2).followedBy(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the tables have different schemas (expected the same)");
  }
}
