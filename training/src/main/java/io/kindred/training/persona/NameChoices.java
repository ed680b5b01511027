package io.kindred.training.persona;

import io.kindred.models.Persona;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.models.Text;
import io.kindred.training.persona.FeatureWords.NamePart;
import io.kindred.training.persona.FeatureWords.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a segment could be called, the best first: where its customers stand, such as `lapsed`, and
/// who they are, such as `discount hunters`.
///
/// A name is read without its siblings beside it, so an adjective tells of a difference from all
/// customers, and a noun of one from both. For the same reason a word that states a fact, such as
/// `new`, must be true of the segment's typical customer too.
final class NameChoices {
  static final Text ALL = new Text("All customers", "Alla kunder");
  private static final Text TYPICAL = new Text("Typical customers", "Typiska kunder");
  private static final Text FEW = new Text("A few customers", "Ett fåtal kunder");
  private static final Text PROSPECTS = new Text("prospects", "intressenter");
  private static final Text CUSTOMERS = new Text("customers", "kunder");

  private static final String ORDERS = "order_count";
  private static final double NEXT_TO_NONE = .1;

  /// A noun holds beside everyone too, if less so.
  private static final double HOLDS = .1;

  private NameChoices() {}

  /// A name and how much speaks for it.
  record Choice(Text name, double weight) {}

  /// An adjective or a noun and how much speaks for it.
  private record Part(Subject subject, Text words, double weight) {}

  /// The choices, the best first; never none.
  ///
  /// @param typical the segment's typical customer
  static List<Choice> of(List<Contrast> contrasts, List<TypicalFeature> typical, int customers) {
    List<Part> adjectives = adjectives(contrasts, typical);
    List<Part> nouns = nouns(contrasts, typical);
    List<Choice> choices = new ArrayList<>();
    for (Part noun : nouns) {
      for (Part adjective : adjectives) {
        if (!adjective.subject().equals(noun.subject())) {
          choices.add(
              new Choice(
                  joined(adjective.words(), noun.words()), adjective.weight() + noun.weight()));
        }
      }
    }
    choices.addAll(ofOnePart(adjectives, nouns));
    return bestFirst(choices, customers);
  }

  /// The choices for a group of segments: of one part, since its segments' names say more.
  static List<Choice> ofGroup(
      List<Contrast> contrasts, List<TypicalFeature> typical, int customers) {
    return bestFirst(
        ofOnePart(adjectives(contrasts, typical), nouns(contrasts, typical)), customers);
  }

  private static List<Choice> ofOnePart(List<Part> adjectives, List<Part> nouns) {
    return Stream.concat(
            nouns.stream().map(noun -> new Choice(capitalised(noun.words()), noun.weight())),
            adjectives.stream()
                .map(adjective ->
                    new Choice(joined(adjective.words(), CUSTOMERS), adjective.weight())))
        .toList();
  }

  private static List<Choice> bestFirst(List<Choice> choices, int customers) {
    if (customers < Persona.FEWEST_CUSTOMERS) {
      return List.of(new Choice(FEW, 0));
    }
    return Stream.concat(choices.stream(), Stream.of(new Choice(TYPICAL, 0)))
        .sorted(
            Comparator.comparingDouble(Choice::weight)
                .reversed()
                .thenComparing(choice -> choice.name().english()))
        .toList();
  }

  private static List<Part> adjectives(List<Contrast> contrasts, List<TypicalFeature> typical) {
    boolean areProspects = contrasts.stream().anyMatch(NameChoices::ofProspects);
    return heaviestOfEachSubject(
        contrasts.stream()
            .filter(contrast -> !areProspects || !contrast.feature().name().contains("order"))
            .flatMap(contrast -> adjective(contrast, typical)));
  }

  private static List<Part> nouns(List<Contrast> contrasts, List<TypicalFeature> typical) {
    Optional<Contrast> prospects = contrasts.stream().filter(NameChoices::ofProspects).findFirst();
    // Whatever else is said of those who have not ordered, they are not buyers of some kind.
    return prospects.isPresent()
        ? List.of(
            new Part(
                BuiltInWords.of(ORDERS).orElseThrow().low().subject(),
                PROSPECTS,
                Rounded.toThreeDigits(Math.abs(prospects.get().difference(Reference.EVERYONE)))))
        : heaviestOfEachSubject(contrasts.stream().flatMap(contrast -> noun(contrast, typical)));
  }

  /// Whether next to nobody in the segment has ordered yet.
  private static boolean ofProspects(Contrast contrast) {
    return contrast.feature().name().equals(ORDERS)
        && contrast.own().plain().mean() < NEXT_TO_NONE
        && contrast.difference(Reference.EVERYONE) < 0;
  }

  private static Stream<Part> adjective(Contrast contrast, List<TypicalFeature> typical) {
    double difference = contrast.difference(Reference.EVERYONE);
    return Math.abs(difference) < Strength.CLEAR.from()
        ? Stream.of()
        : Traits.phrase(contrast, difference).name(typical).stream()
            .filter(NamePart.Adjective.class::isInstance)
            .map(part -> part(contrast, difference, part, Math.abs(difference)));
  }

  private static Stream<Part> noun(Contrast contrast, List<TypicalFeature> typical) {
    double overall = contrast.difference(Reference.EVERYONE);
    double beside = contrast.difference(Reference.SIBLINGS);
    boolean holds = overall * beside > 0 && Math.abs(overall) >= HOLDS;
    double magnitude = (Math.abs(overall) + Math.abs(beside)) / 2;
    return !holds || magnitude < Strength.SOMEWHAT.from()
        ? Stream.of()
        : Traits.phrase(contrast, beside).name(typical).stream()
            .filter(NamePart.Noun.class::isInstance)
            .map(part -> part(contrast, beside, part, magnitude));
  }

  private static Part part(Contrast contrast, double difference, NamePart part, double magnitude) {
    return new Part(
        Traits.phrase(contrast, difference).subject(),
        part.words(),
        Rounded.toThreeDigits(Traits.weight(contrast, difference) * magnitude));
  }

  private static List<Part> heaviestOfEachSubject(Stream<Part> parts) {
    Set<Subject> taken = new HashSet<>();
    return parts
        .sorted(
            Comparator.comparingDouble(Part::weight)
                .reversed()
                .thenComparing(part -> part.words().english()))
        .filter(part -> taken.add(part.subject()))
        .toList();
  }

  private static Text joined(Text adjective, Text noun) {
    return capitalised(
        new Text(
            adjective.english() + " " + noun.english(),
            adjective.swedish() + " " + noun.swedish()));
  }

  private static Text capitalised(Text words) {
    return new Text(capitalised(words.english()), capitalised(words.swedish()));
  }

  private static String capitalised(String words) {
    int first = words.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + words.substring(Character.charCount(first));
  }
}
