package io.kindred.training.segmentation;

import io.kindred.features.Basis;
import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
import io.kindred.features.MeasurementScale;
import io.kindred.features.WordFamily;
import io.kindred.training.segmentation.FeatureWords.Concern;
import io.kindred.training.segmentation.FeatureWords.Phrase;
import io.kindred.training.segmentation.FeatureWords.Subject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words of features that have a column per word or attribute, made for words nobody foresaw.
final class FamilyWords {
  private static final double MOSTLY = .5;

  /// How orders go through the channels that most shops have; of any other, `through` it.
  private static final Map<String, String> IN_CHANNEL =
      Map.of(
          "store", "in store",
          "shop", "in the shop",
          "app", "in the app",
          "web", "on the web",
          "website", "on the website",
          "online", "online",
          "phone", "by phone",
          "mail", "by mail",
          "email", "by e-mail",
          "catalog", "by catalog");

  private FamilyWords() {}

  static FeatureWords of(Feature feature, double typicalShare) {
    String name = feature.name();
    boolean mostly = typicalShare >= MOSTLY;
    if (name.startsWith(WordFamily.CATEGORY.beginning())) {
      return category(name.substring(WordFamily.CATEGORY.beginning().length()), mostly);
    }
    if (name.startsWith(WordFamily.CHANNEL.beginning())) {
      return channel(name.substring(WordFamily.CHANNEL.beginning().length()), mostly);
    }
    if (name.startsWith(FeatureNames.ACCOUNT)) {
      return ofAccount(feature, typicalShare);
    }
    return WORD_FAMILIES.entrySet().stream()
        .filter(family -> name.startsWith(family.getKey().beginning()))
        .findFirst()
        .map(family ->
            family.getValue().words(name.substring(family.getKey().beginning().length()), mostly))
        .orElseGet(() ->
            attribute(
                feature,
                name.startsWith(FeatureNames.ATTRIBUTE)
                    ? name.substring(FeatureNames.ATTRIBUTE.length())
                    : name));
  }

  /// How a family speaks of one of its words.
  ///
  /// @param mostly of customers with whom it is the most
  /// @param more of the others who have much of it
  /// @param less of those who have little
  /// @param verb what such customers do
  private record Speech(WordFamily family, String mostly, String more, String less, String verb) {
    FeatureWords words(String word, boolean isMostly) {
      String what = verb.formatted(word);
      return FamilyWords.words(
          new Subject(family.beginning(), Concern.HABIT),
          (isMostly ? mostly : more).formatted(word),
          isMostly ? "%s mostly.".formatted(what) : "%s more than others.".formatted(what),
          less.formatted(word),
          "%s less than others.".formatted(what));
    }
  }

  private static final Map<WordFamily, Speech> WORD_FAMILIES =
      Stream.of(
              new Speech(WordFamily.PRODUCT, "mostly %s", "leaning to %s", "less on %s", "Buys %s"),
              new Speech(
                  WordFamily.STORE, "mostly in %s", "more in %s", "less in %s", "Shops in %s"),
              new Speech(
                  WordFamily.VISIT_CHANNEL,
                  "visits mostly by %s",
                  "more visits by %s",
                  "fewer visits by %s",
                  "Visits by %s"),
              new Speech(
                  WordFamily.DEVICE, "mostly on %s", "more on %s", "less on %s", "Visits on %s"),
              new Speech(
                  WordFamily.REFERRER,
                  "mostly led by %s",
                  "more led by %s",
                  "less led by %s",
                  "Comes by %s"),
              new Speech(
                  WordFamily.PLAN,
                  "on plan %s",
                  "on plan %s",
                  "fewer on plan %s",
                  "Subscribes to %s"),
              new Speech(WordFamily.CUSTOM_EVENT, "often %s", "often %s", "seldom %s", "Does %s"))
          .collect(Collectors.toMap(Speech::family, speech -> speech));

  /// The same words with the account said.
  private static FeatureWords ofAccount(Feature feature, double typicalShare) {
    Feature own =
        new Feature(
            feature.name().substring(FeatureNames.ACCOUNT.length()),
            feature.basis(),
            feature.scale(),
            feature.unit(),
            feature.description(),
            feature.use());
    FeatureWords words = FeatureWords.of(own, typicalShare);
    return new FeatureWords(ofAccount(words.high()), ofAccount(words.low()), words.plainness());
  }

  private static Phrase ofAccount(Phrase phrase) {
    return new Phrase(
        new Subject(FeatureNames.ACCOUNT + phrase.subject().name(), phrase.subject().concern()),
        "account: " + phrase.name(),
        "The account: " + phrase.sentence());
  }

  private static FeatureWords category(String category, boolean mostly) {
    return words(
        new Subject(WordFamily.CATEGORY.beginning(), Concern.HABIT),
        mostly ? "mostly " + category : "leaning to " + category,
        mostly
            ? "Spends mostly on %s.".formatted(category)
            : "Spends a larger share on %s than others.".formatted(category),
        "less on " + category,
        "Spends a smaller share on %s than others.".formatted(category));
  }

  private static FeatureWords channel(String channel, boolean mostly) {
    String inChannel = IN_CHANNEL.getOrDefault(channel, "through " + channel);
    return words(
        new Subject(WordFamily.CHANNEL.beginning(), Concern.HABIT),
        (mostly ? "mostly " : "more ") + inChannel,
        mostly
            ? "Orders mostly %s.".formatted(inChannel)
            : "Orders more %s than others.".formatted(inChannel),
        "less " + inChannel,
        "Orders less %s than others.".formatted(inChannel));
  }

  private static FeatureWords attribute(Feature feature, String name) {
    int equals = name.indexOf('=');
    if (equals > 0) {
      return word(plain(name.substring(0, equals)), name.substring(equals + 1));
    }
    String plain = plain(name);
    String quoted = "“" + plain + "”";
    if (feature.scale() == MeasurementScale.YES_NO) {
      return words(
          profile(plain),
          quoted,
          "More often yes to %s than others.".formatted(quoted),
          "not " + quoted,
          "Less often yes to %s than others.".formatted(quoted));
    }
    if (feature.scale() == MeasurementScale.ORDERED && feature.basis() == Basis.PSYCHOGRAPHIC) {
      return words(
          profile(plain),
          quoted,
          "Agrees more with %s than others.".formatted(quoted),
          "not " + quoted,
          "Agrees less with %s than others.".formatted(quoted));
    }
    return words(
        profile(plain),
        "higher " + plain,
        "Higher %s than others.".formatted(plain),
        "lower " + plain,
        "Lower %s than others.".formatted(plain));
  }

  private static FeatureWords word(String attribute, String word) {
    String is = "%s is %s".formatted(capitalised(attribute), word);
    return words(
        profile(attribute),
        "%s: %s".formatted(attribute, word),
        is + " more often than among others.",
        "fewer %s: %s".formatted(attribute, word),
        is + " less often than among others.");
  }

  private static FeatureWords words(
      Subject subject, String highName, String high, String lowName, String low) {
    return new FeatureWords(
        new Phrase(subject, highName, high), new Phrase(subject, lowName, low), 1);
  }

  private static Subject profile(String attribute) {
    return new Subject(FeatureNames.ATTRIBUTE + attribute, Concern.PROFILE);
  }

  private static String capitalised(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /// The name as it stands within a sentence: `Only_child` as `only child`, `GDP` as it is.
  private static String plain(String name) {
    String spaced = name.replace('_', ' ').strip();
    boolean abbreviation = spaced.length() > 1 && Character.isUpperCase(spaced.charAt(1));
    return abbreviation || spaced.isEmpty()
        ? spaced
        : Character.toLowerCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
