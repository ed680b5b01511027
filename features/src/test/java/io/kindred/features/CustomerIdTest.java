package io.kindred.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerIdTest {
  private static final CustomerId ID = new CustomerId("anna@example.org");

  @Test
  void itNeverShowsItsValue() {
    assertThat(ID).hasToString("customer-a3bf86238a1c");
    assertThat(new Customer(ID, History.empty()).toString())
        .isEqualTo(
            "Customer[id=customer-a3bf86238a1c, history=History of 0 events and 0 attributes,"
                + " account=History of 0 events and 0 attributes]");
    assertThat("served %s".formatted(ID)).doesNotContain("anna");
  }

  @Test
  void itIsComparedByItsValue() {
    assertThat(ID).isEqualTo(new CustomerId("anna@example.org"));
    assertThat(ID).isLessThan(new CustomerId("bo@example.org"));
    assertThat(ID.value()).isEqualTo("anna@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void aBlankIdIsRefused(String blank) {
    assertThatThrownBy(() -> new CustomerId(blank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "customer id has %d characters (expected 1 to 256, not all blank)"
                .formatted(blank.length()));
  }

  @Test
  void aLongIdIsRefusedWithoutBeingShown() {
    assertThat(new CustomerId("x".repeat(256)).value()).hasSize(256);
    assertThatThrownBy(() -> new CustomerId("x".repeat(257)))
        .hasMessage("customer id has 257 characters (expected 1 to 256, not all blank)");
  }
}
