package io.kindred.training.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.features.AsOf;
import io.kindred.features.Customer;
import io.kindred.features.CustomerId;
import io.kindred.features.FeatureTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerSplitTest {
  /// What these customers fell into when this was written: a later version must not move them, or
  /// customers a model was fitted to would count as held out.
  @Test
  void customersStayWhereTheyWere() {
    CustomerSplit split = new CustomerSplit(5, 1);
    assertThat(IntStream.range(0, 12).map(i -> split.part(new CustomerId("c" + i))))
        .containsExactly(2, 3, 1, 0, 0, 4, 0, 1, 1, 1, 4, 2);
  }

  @ParameterizedTest
  @CsvSource({"2, c%d", "5, c%d", "5, %08d", "10, customer-%d", "4, %d@example.com"})
  void partsAreOfAboutEqualSizeAndIndependentOfThoseOfAnotherSeed(int parts, String pattern) {
    int customers = 20_000;
    CustomerSplit first = new CustomerSplit(parts, 1);
    CustomerSplit second = new CustomerSplit(parts, 2);
    int[][] counts = new int[parts][parts];
    for (int i = 0; i < customers; i++) {
      CustomerId id = new CustomerId(pattern.formatted(i));
      counts[first.part(id)][second.part(id)]++;
    }

    double expected = customers / (double) (parts * parts);
    for (int[] row : counts) {
      assertThat(Arrays.stream(row).sum())
          .isBetween(cells(expected * parts, -4), cells(expected * parts, 4));
      for (int count : row) {
        assertThat(count).isBetween(cells(expected, -4), cells(expected, 4));
      }
    }
  }

  @Test
  void everyRowIsInOnePartAndOutsideTheOthers() {
    FeatureTable table =
        FeatureTable.of(
            RandomCustomers.featurizer(),
            RandomCustomers.draw(300, 1),
            AsOf.endOf(LocalDate.of(2025, 12, 31), RandomCustomers.ZONE));
    CustomerSplit split = new CustomerSplit(3, 7);

    int rows = 0;
    for (int part = 0; part < 3; part++) {
      int[] in = split.rowsIn(table, part);
      int[] outside = split.rowsOutside(table, part);
      assertThat(IntStream.concat(Arrays.stream(in), Arrays.stream(outside)).sorted())
          .isEqualTo(IntStream.range(0, 300).boxed().toList());
      rows += in.length;
    }
    assertThat(rows).isEqualTo(300);
  }

  @Test
  void aCustomersPartDoesNotHangOnOtherCustomers() {
    List<Customer> customers = RandomCustomers.draw(100, 1);
    FeatureTable all =
        FeatureTable.of(
            RandomCustomers.featurizer(),
            customers,
            AsOf.endOf(LocalDate.of(2025, 12, 31), RandomCustomers.ZONE));
    FeatureTable some = all.select(new int[] {90, 4, 33});
    CustomerSplit split = new CustomerSplit(2, 3);

    List<CustomerId> inAll = Arrays.stream(split.rowsIn(all, 0)).mapToObj(all::customer).toList();
    for (int row = 0; row < some.size(); row++) {
      assertThat(split.part(some.customer(row)) == 0).isEqualTo(inAll.contains(some.customer(row)));
    }
  }

  @Test
  void onePartIsNoSplit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerSplit(1, 1))
        .withMessage("split has 1 parts (expected 2 or more)");
  }

  private static int cells(double expected, int deviations) {
    return (int) Math.round(expected + deviations * Math.sqrt(expected));
  }
}
