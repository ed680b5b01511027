package io.kindred.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.features.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventIndexTest {
  @Test
  void everyIdIsFoundAndNoOther() {
    EventIndex index = new EventIndex();
    List<Gathered> owners = List.of(new Gathered(), new Gathered());
    List<String> ids = ids();

    for (int i = 0; i < ids.size(); i++) {
      assertThat(index.find(ids.get(i))).isNegative();
      index.add(visit(ids.get(i)), owners.get(i % 2), i);
    }

    for (int i = 0; i < ids.size(); i++) {
      assertThat(index.find(ids.get(i))).isEqualTo(i);
      assertThat(index.event(i)).isEqualTo(visit(ids.get(i)));
      assertThat(index.owner(i)).isSameAs(owners.get(i % 2));
      assertThat(index.place(i)).isEqualTo(i);
      assertThat(index.find(ids.get(i) + "x")).isNegative();
    }
  }

  /// Ids of which each two, and then each four, have one hash code.
  private static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      for (String pair : new String[] {"AaAa", "AaBB", "BBAa", "BBBB"}) {
        ids.add(i + pair);
      }
    }
    return ids;
  }

  private static Visit visit(String id) {
    return new Visit(id, Instant.EPOCH, "", 0);
  }
}
