package io.kindred.training.persona;

import io.kindred.features.Feature;
import io.kindred.features.FeatureNames;
import io.kindred.features.WordFamily;
import io.kindred.models.Text;
import io.kindred.training.persona.FeatureWords.Concern;
import io.kindred.training.persona.FeatureWords.NamePart;
import io.kindred.training.persona.FeatureWords.Phrase;
import io.kindred.training.persona.FeatureWords.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words of features that have a column per word or attribute, made for words nobody foresaw.
final class FamilyWords {
  /// How a family speaks of one of its words; to have little of a word names nobody.
  ///
  /// @param name of those who have much of it
  private record Speech(
      WordFamily family, Comparative comparative, Subject subject, Text sentence, Text name) {
    FeatureWords words(Text word, Text called) {
      return new FeatureWords(
          new Claim(comparative, sentence, word),
          new Phrase(subject, Optional.of(new NamePart.Noun(with(name, called)))),
          FeatureWords.unnamed(subject),
          family == WordFamily.VISIT_CHANNEL ? NEARLY_THE_SAME : 1);
    }
  }

  /// Of visits by a channel beside orders through it.
  private static final double NEARLY_THE_SAME = .75;

  private static final Subject CATEGORY = new Subject("category", Concern.HABIT);
  private static final Subject PRODUCT = new Subject("product", Concern.HABIT);
  private static final Subject STORE = new Subject("store", Concern.HABIT);
  private static final Subject PLAN = new Subject("plan", Concern.HABIT);
  private static final Subject EVENT = new Subject("event", Concern.HABIT);

  // Those who order in the app visit by it: one of the two is told.
  private static final Subject CHANNEL = new Subject("channel", Concern.HABIT);
  private static final Subject DEVICE = new Subject("device", Concern.PROFILE);
  private static final Subject REFERRER = new Subject("referrer", Concern.PROFILE);

  private static final Map<WordFamily, Speech> SPEECHES =
      Stream.of(
              speech(
                  WordFamily.CATEGORY,
                  Comparative.MUCH,
                  CATEGORY,
                  new Text(
                      "Spends {more} of the money on {word} {than}.",
                      "Lägger {more} av pengarna på {word} {than}."),
                  new Text("shoppers for “{word}”", "kunder som handlar ”{word}”")),
              speech(
                  WordFamily.PRODUCT,
                  Comparative.MUCH,
                  PRODUCT,
                  new Text(
                      "Spends {more} of the money on the product {word} {than}.",
                      "Lägger {more} av pengarna på produkten {word} {than}."),
                  new Text("buyers of {word}", "köpare av {word}")),
              speech(
                  WordFamily.CHANNEL,
                  Comparative.OFTEN,
                  CHANNEL,
                  new Text("Orders {word} {more} {than}.", "Handlar {word} {more} {than}."),
                  new Text("{word}", "{word}")),
              speech(
                  WordFamily.STORE,
                  Comparative.OFTEN,
                  STORE,
                  new Text(
                      "Shops in the store {word} {more} {than}.",
                      "Handlar i butiken {word} {more} {than}."),
                  new Text("{word} store shoppers", "butikskunder i {word}")),
              speech(
                  WordFamily.VISIT_CHANNEL,
                  Comparative.OFTEN,
                  CHANNEL,
                  new Text("Visits {word} {more} {than}.", "Gör besök {word} {more} {than}."),
                  new Text("{word}", "{word}")),
              speech(
                  WordFamily.DEVICE,
                  Comparative.OFTEN,
                  DEVICE,
                  new Text("Visits {word} {more} {than}.", "Gör besök {word} {more} {than}."),
                  new Text("{word}", "{word}")),
              speech(
                  WordFamily.REFERRER,
                  Comparative.OFTEN,
                  REFERRER,
                  new Text(
                      "Arrives via “{word}” {more} {than}.", "Kommer via ”{word}” {more} {than}."),
                  new Text("visitors from {word}", "besökare från {word}")),
              speech(
                  WordFamily.PLAN,
                  Comparative.OFTEN,
                  PLAN,
                  new Text(
                      "Subscribes to {word} {more} {than}.",
                      "Prenumererar på {word} {more} {than}."),
                  new Text("{word} subscribers", "prenumeranter på {word}")),
              speech(
                  WordFamily.CUSTOM_EVENT,
                  Comparative.OFTEN,
                  EVENT,
                  new Text(
                      "Has the event “{word}” {more} {than}.",
                      "Har händelsen ”{word}” {more} {than}."),
                  new Text("heavy {word} users", "storanvändare av {word}")))
          .collect(Collectors.toMap(Speech::family, speech -> speech));

  private FamilyWords() {}

  static FeatureWords of(Feature feature) {
    String name = feature.name();
    if (name.startsWith(FeatureNames.ACCOUNT)) {
      return ofAccount(feature);
    }
    for (Speech speech : SPEECHES.values()) {
      String beginning = speech.family().beginning();
      if (name.startsWith(beginning)) {
        String word = name.substring(beginning.length());
        if (speech.family() == WordFamily.CHANNEL) {
          ChannelWords channel = ChannelWords.of(word);
          return speech.words(channel.through(), channel.customers());
        }
        if (speech.family() == WordFamily.VISIT_CHANNEL) {
          ChannelWords channel = ChannelWords.of(word);
          return speech.words(channel.through(), channel.visitors());
        }
        if (speech.family() == WordFamily.DEVICE) {
          DeviceWords device = DeviceWords.of(word);
          return speech.words(device.on(), device.users());
        }
        return speech.words(Text.same(word), Text.same(word));
      }
    }
    return AttributeWords.of(
        feature,
        name.startsWith(FeatureNames.ATTRIBUTE)
            ? name.substring(FeatureNames.ATTRIBUTE.length())
            : name);
  }

  /// The same words with the account said.
  private static FeatureWords ofAccount(Feature feature) {
    FeatureWords words =
        FeatureWords.of(
            new Feature(
                feature.name().substring(FeatureNames.ACCOUNT.length()),
                feature.basis(),
                feature.scale(),
                feature.unit(),
                feature.description(),
                feature.use()));
    Claim claim = words.claim();
    return new FeatureWords(
        new Claim(
            claim.comparative(),
            new Text(
                "The account: " + lowered(claim.sentence().english()),
                "Företaget: " + lowered(claim.sentence().swedish())),
            claim.word()),
        ofAccount(words.high()),
        ofAccount(words.low()),
        words.plainness());
  }

  private static Phrase ofAccount(Phrase phrase) {
    return new Phrase(
        new Subject(FeatureNames.ACCOUNT + phrase.subject().name(), phrase.subject().concern()),
        phrase.name().map(FamilyWords::ofAccount),
        phrase.bounds().stream().map(Bound::ofAccount).toList());
  }

  private static NamePart ofAccount(NamePart part) {
    return new NamePart.Noun(
        switch (part) {
          case NamePart.Adjective(Text words) ->
              new Text(
                  "contacts of %s accounts".formatted(words.english()),
                  "kontakter hos %s företag".formatted(words.swedish()));
          case NamePart.Noun(Text words) ->
              new Text("contacts of " + words.english(), "kontakter hos " + words.swedish());
        });
  }

  private static Speech speech(
      WordFamily family, Comparative comparative, Subject subject, Text sentence, Text name) {
    return new Speech(family, comparative, subject, sentence, name);
  }

  private static Text with(Text template, Text word) {
    return new Text(
        template.english().replace("{word}", word.english()),
        template.swedish().replace("{word}", word.swedish()));
  }

  private static String lowered(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
