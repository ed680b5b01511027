package io.kindred.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  private static final Text TEXT = new Text("Readers", "Läsare");

  @ParameterizedTest
  @CsvSource({
    "en, ENGLISH",
    "EN, ENGLISH",
    "en-GB, ENGLISH",
    "sv, SWEDISH",
    "sv-SE, SWEDISH",
    "sv-FI, SWEDISH",
    "sv-Latn-SE, SWEDISH"
  })
  void aRegionChangesNothing(String tag, Language language) {
    assertThat(Language.of(tag)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "swe", "svenska", "sv_SE", "sv-", "english", "en gb", "x-en"})
  void anyOtherTagIsOfNoLanguage(String tag) {
    assertThat(Language.of(tag)).isEmpty();
  }

  @Test
  void aTextIsSaidInEachLanguage() {
    assertThat(TEXT.in(Language.ENGLISH)).isEqualTo("Readers");
    assertThat(TEXT.in(Language.SWEDISH)).isEqualTo("Läsare");
  }

  @Test
  void aGivenNameIsTheSameInEveryLanguage() {
    SegmentName name = new SegmentName(TEXT, Optional.of("Bookworms"));
    assertThat(name.in(Language.ENGLISH)).isEqualTo("Bookworms");
    assertThat(name.in(Language.SWEDISH)).isEqualTo("Bookworms");
    assertThat(SegmentName.suggested(TEXT).in(Language.SWEDISH)).isEqualTo("Läsare");
  }

  @Test
  void aGivenNameIsNotBlankNorEndless() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentName(TEXT, Optional.of("  ")))
        .withMessage(
            "a segment's given name is \"  \" (expected 1 to 80 characters, not only spaces)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SegmentName(TEXT, Optional.of("a".repeat(81))));
  }
}
