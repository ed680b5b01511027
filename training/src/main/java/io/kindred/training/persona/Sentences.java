package io.kindred.training.persona;

import io.kindred.models.Text;
import io.kindred.training.persona.Comparative.Forms;
import java.util.List;
import java.util.OptionalDouble;

/// Says differences: `Orders twice as often as its siblings.`
final class Sentences {
  /// From here a ratio of means is told as a multiple: it rounds to two.
  private static final double SMALLEST_MULTIPLE = 1.75;

  private static final int LARGEST_MULTIPLE = 10;

  /// Ratios below which a difference is told as no more than some, and never as far.
  private static final double SMALLEST_CLEAR = 1.15;

  private static final double SMALLEST_FAR = 1.5;

  private static final List<Text> MULTIPLES =
      List.of(
          new Text("twice", "dubbelt"),
          new Text("three times", "tre gånger"),
          new Text("four times", "fyra gånger"),
          new Text("five times", "fem gånger"),
          new Text("six times", "sex gånger"),
          new Text("seven times", "sju gånger"),
          new Text("eight times", "åtta gånger"),
          new Text("nine times", "nio gånger"),
          new Text("ten times", "tio gånger"),
          new Text("more than ten times", "mer än tio gånger"));

  private static final List<Text> FRACTIONS =
      List.of(
          new Text("half", "hälften"),
          new Text("a third", "en tredjedel"),
          new Text("a quarter", "en fjärdedel"),
          new Text("a fifth", "en femtedel"),
          new Text("a sixth", "en sjättedel"),
          new Text("a seventh", "en sjundedel"),
          new Text("an eighth", "en åttondel"),
          new Text("a ninth", "en niondel"),
          new Text("a tenth", "en tiondel"),
          new Text("less than a tenth", "mindre än en tiondel"));

  private Sentences() {}

  /// A sentence.
  ///
  /// @param difference in standard deviations, negative where the segment has less
  /// @param ratio of the segment's mean to the others', where it means something
  static Text of(Claim claim, double difference, OptionalDouble ratio, Reference reference) {
    Strength strength = strength(difference, ratio);
    OptionalDouble multiple = multiple(claim.comparative(), difference, strength, ratio);
    Text times = multiple.isPresent() ? multipleOf(multiple.getAsDouble()) : Text.same("");
    return new Text(
        sentence(
            claim.sentence().english(),
            compared(
                claim.comparative().english(),
                difference,
                strength,
                adverb(strength).english(),
                times.english()),
            (isComparative(strength, multiple) ? "than " : "as ") + reference.words().english(),
            claim.word().english()),
        sentence(
            claim.sentence().swedish(),
            compared(
                claim.comparative().swedish(),
                difference,
                strength,
                adverb(strength).swedish(),
                times.swedish()),
            (isComparative(strength, multiple) ? "än " : "som ") + reference.words().swedish(),
            claim.word().swedish()));
  }

  private static String compared(
      Forms forms, double difference, Strength strength, String adverb, String times) {
    if (!times.isEmpty()) {
      return forms.times().formatted(times);
    }
    if (strength == Strength.NONE) {
      return forms.same();
    }
    return (difference > 0 ? forms.more() : forms.less()).formatted(adverb);
  }

  /// How strongly a difference is told. Where means have a ratio, it has a say: a small effect with
  /// a large ratio, as a few large customers make it, is told as some, and a large effect with a
  /// small ratio, as customers who are all alike make it, as no more than that.
  private static Strength strength(double difference, OptionalDouble ratio) {
    Strength strength = Strength.of(Math.abs(difference));
    if (ratio.isEmpty()) {
      return strength;
    }
    double times = times(difference, ratio.getAsDouble());
    if (strength == Strength.NONE) {
      return difference != 0 && times >= SMALLEST_MULTIPLE ? Strength.SOMEWHAT : strength;
    }
    Strength most =
        times >= SMALLEST_FAR
            ? Strength.FAR
            : times >= SMALLEST_CLEAR ? Strength.CLEAR : Strength.SOMEWHAT;
    return strength.compareTo(most) > 0 ? most : strength;
  }

  private static boolean isComparative(Strength strength, OptionalDouble multiple) {
    return multiple.isEmpty() && strength != Strength.NONE;
  }

  /// The word comes last, so that nothing in it is taken for a place.
  private static String sentence(String template, String more, String than, String word) {
    return template.replace("{more}", more).replace("{than}", than).replace("{word}", word);
  }

  private static Text adverb(Strength strength) {
    return switch (strength) {
      case NONE, CLEAR -> Text.same("");
      case SOMEWHAT -> new Text("somewhat ", "något ");
      case FAR -> new Text("far ", "betydligt ");
    };
  }

  /// The ratio, where it is large, clear and of the same direction as the difference.
  private static OptionalDouble multiple(
      Comparative comparative, double difference, Strength strength, OptionalDouble ratio) {
    return comparative.takesMultiples()
            && ratio.isPresent()
            && strength.compareTo(Strength.CLEAR) >= 0
            && times(difference, ratio.getAsDouble()) >= SMALLEST_MULTIPLE
        ? ratio
        : OptionalDouble.empty();
  }

  /// By how many times the larger mean is larger, if that is the one the difference says.
  private static double times(double difference, double ratio) {
    return difference > 0 ? ratio : 1 / ratio;
  }

  private static Text multipleOf(double ratio) {
    boolean isMore = ratio > 1;
    long rounded = Math.round(isMore ? ratio : 1 / ratio);
    int place = (int) Math.min(Math.max(rounded, 2), LARGEST_MULTIPLE + 1) - 2;
    return (isMore ? MULTIPLES : FRACTIONS).get(place);
  }
}
