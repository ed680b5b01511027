package io.kindred.training.persona;

import static org.assertj.core.api.Assertions.assertThat;

import io.kindred.models.Text;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
  private static final Claim ORDERS =
      new Claim(
          Comparative.OFTEN,
          new Text("Orders {more} {than}.", "Handlar {more} {than}."),
          Text.same(""));

  /// The bounds of docs/personas.md.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .29   |      | about as often as its siblings          | ungefär lika ofta som syskonsegmenten
          -.29  |      | about as often as its siblings          | ungefär lika ofta som syskonsegmenten
          .3    |      | somewhat more often than its siblings   | något oftare än syskonsegmenten
          -.59  |      | somewhat less often than its siblings   | något mer sällan än syskonsegmenten
          .6    |      | more often than its siblings            | oftare än syskonsegmenten
          -1.19 |      | less often than its siblings            | mer sällan än syskonsegmenten
          1.2   |      | far more often than its siblings        | betydligt oftare än syskonsegmenten
          -1.2  |      | far less often than its siblings        | betydligt mer sällan än syskonsegmenten
          .6    | 1.74 | more often than its siblings            | oftare än syskonsegmenten
          .6    | 1.75 | twice as often as its siblings          | dubbelt så ofta som syskonsegmenten
          .59   | 1.75 | somewhat more often than its siblings   | något oftare än syskonsegmenten
          .1    | 1.75 | somewhat more often than its siblings   | något oftare än syskonsegmenten
          .1    | .5   | about as often as its siblings          | ungefär lika ofta som syskonsegmenten
          2     | 2.5  | three times as often as its siblings    | tre gånger så ofta som syskonsegmenten
          2     | 10.4 | ten times as often as its siblings      | tio gånger så ofta som syskonsegmenten
          2     | 10.6 | more than ten times as often as its siblings | mer än tio gånger så ofta som syskonsegmenten
          -.6   | .5   | half as often as its siblings           | hälften så ofta som syskonsegmenten
          -.6   | .25  | a quarter as often as its siblings      | en fjärdedel så ofta som syskonsegmenten
          -2    | .01  | less than a tenth as often as its siblings | mindre än en tiondel så ofta som syskonsegmenten
          2     | 1.49 | more often than its siblings            | oftare än syskonsegmenten
          2     | 1.5  | far more often than its siblings        | betydligt oftare än syskonsegmenten
          2     | 1.14 | somewhat more often than its siblings   | något oftare än syskonsegmenten
          -2    | .8   | less often than its siblings            | mer sällan än syskonsegmenten
          """)
  void differencesAreToldByFixedBounds(
      double difference, Double ratio, String english, String swedish) {
    assertThat(
            Sentences.of(
                ORDERS,
                difference,
                ratio == null ? OptionalDouble.empty() : OptionalDouble.of(ratio),
                Reference.SIBLINGS))
        .isEqualTo(new Text("Orders %s.".formatted(english), "Handlar %s.".formatted(swedish)));
  }
}
