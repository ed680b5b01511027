package io.kindred.training.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.training.segmentation.FeatureWords.Concern;
import io.kindred.training.segmentation.FeatureWords.Phrase;
import io.kindred.training.segmentation.FeatureWords.Subject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentNamesTest {
  private static Phrase phrase(String name, Concern concern) {
    return new Phrase(new Subject(name, concern), name, "");
  }

  private static List<Phrase> business(String... names) {
    return Arrays.stream(names).map(name -> phrase(name, Concern.BUSINESS)).toList();
  }

  @Test
  void siblingsNeverShareAName() {
    List<Phrase> same = business("high spenders", "few returns", "many visits");
    assertThat(SegmentNames.unique(List.of(same, same, same, List.of(), List.of())))
        .containsExactly(
            "High spenders, few returns",
            "High spenders, few returns, many visits",
            "High spenders, few returns, many visits (2)",
            "Typical customers",
            "Typical customers (2)");
  }

  @Test
  void aNameBeginsWithTheBusiness() {
    List<Phrase> phrases =
        List.of(
            phrase("higher age", Concern.PROFILE),
            phrase("frequent buyers", Concern.BUSINESS),
            phrase("mostly gifts", Concern.HABIT));
    assertThat(SegmentNames.unique(List.of(phrases, phrases)))
        .containsExactly(
            "Frequent buyers, higher age", "Frequent buyers, mostly gifts, higher age");
  }

  @Test
  void theOnlySegmentIsAllCustomers() {
    assertThat(SegmentNames.unique(List.of(business("high spenders"))))
        .containsExactly("All customers");
  }
}
