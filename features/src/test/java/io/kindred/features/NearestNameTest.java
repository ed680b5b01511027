package io.kindred.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  @Test
  void theNearestIsFewestEditsAway() {
    List<String> known = List.of("country", "county", "amount");
    assertThat(NearestName.to("contry", known)).hasValue("country");
    assertThat(NearestName.to("amuont", known)).hasValue("amount");
    assertThat(NearestName.to("county", known)).hasValue("county");
    assertThat(NearestName.to("", known)).hasValue("county");
  }

  @Test
  void ofEqualsTheFirstIsTaken() {
    assertThat(NearestName.to("cat", List.of("bat", "hat"))).hasValue("bat");
  }

  @Test
  void thereIsNoneWhereNothingIsKnown() {
    assertThat(NearestName.to("cat", List.of())).isEmpty();
  }
}
