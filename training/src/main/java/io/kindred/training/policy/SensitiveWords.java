package io.kindred.training.policy;

import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words that give a topic away, in English, Swedish, German, French and Spanish.
///
/// They are compared as whole words, without accents and in lower case: `race` is not in `embrace`,
/// and `maritalStatus` has two words. A name needs one such word or phrase. What an attribute's
/// values say counts only where at least two different ones do, because a single word such as
/// `christian` may be a brand.
final class SensitiveWords {
  private static final int LEAST_VALUES = 2;
  private static final Pattern CAMEL =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  // The first topic that matches is taken: "country of birth" before "birth".
  private static final Map<SensitiveTopic, List<String>> NAMES =
      phrases(
          Map.ofEntries(
              Map.entry(
                  SensitiveTopic.RELIGION,
                  """
                  religion, religions, religious, religiosity, faith, denomination, church, god,
                  gud, trosuppfattning, religiös, trossamfund, kyrka, samfund,
                  konfession, religionszugehörigkeit, religionsgemeinschaft, kirche, kirchensteuer, glaube,
                  dieu, confession, culte, foi, religieux, religieuse, église,
                  dios, religión, religioso, religiosa, fe, iglesia, creencia
                  """),
              Map.entry(
                  SensitiveTopic.POLITICAL_VIEW,
                  """
                  political, politics, party affiliation, party preference, political party, ideology, voted,
                  voter, voting intention, vote intention,
                  politik, politisk, politiska, partisympati, ideologi, röstar,
                  politisch, politische, parteizugehörigkeit, partei, weltanschauung, ideologie, wahlabsicht,
                  politique, politiques, parti politique, idéologie, intention de vote,
                  política, político, partido, ideología, intención de voto
                  """),
              Map.entry(
                  SensitiveTopic.HEALTH,
                  """
                  health, medical, disease, diseases, illness, illnesses, diagnosis, diagnoses, disability,
                  disabled, medication, medications, symptom, symptoms, pregnancy, pregnant, allergy, allergies,
                  hälsa, hälsotillstånd, sjukdom, sjukdomar, diagnos, gravid, graviditet, funktionsnedsättning,
                  medicinering, allergi,
                  gesundheit, gesundheitszustand, krankheit, krankheiten, behinderung, diagnose, schwanger,
                  schwangerschaft, medikament, medikamente, allergie,
                  santé, maladie, maladies, handicap, grossesse, enceinte, diagnostic, médical, médicament,
                  salud, enfermedad, enfermedades, discapacidad, embarazo, embarazada, diagnóstico, médico,
                  alergia
                  """),
              Map.entry(
                  SensitiveTopic.ETHNICITY,
                  """
                  ethnicity, ethnic, ethnicities, race, racial, skin colour, skin color,
                  etnicitet, etnisk, ras, hudfärg,
                  ethnie, ethnisch, ethnische, ethnizität, rasse, hautfarbe, migrationshintergrund,
                  ethnique, couleur de peau,
                  etnia, étnico, étnica, raza, color de piel
                  """),
              Map.entry(
                  SensitiveTopic.SEXUALITY,
                  """
                  sexuality, sexual, sexual orientation, lgbt, lgbtq,
                  sexualitet, sexuell, sexuell läggning,
                  sexualität, sexuelle,
                  sexualité, sexuelles, orientation sexuelle,
                  sexualidad, orientación sexual
                  """),
              Map.entry(
                  SensitiveTopic.TRADE_UNION,
                  """
                  trade union, labor union, labour union, union member, union membership,
                  fackförbund, fackmedlem,
                  gewerkschaft, gewerkschaftsmitglied,
                  syndicat, syndiqué,
                  sindicato, sindical
                  """),
              Map.entry(
                  SensitiveTopic.GENETICS,
                  """
                  genetic, genetics, genome, dna, biometric, biometrics, fingerprint,
                  genetisk, genetik, biometrisk, fingeravtryck,
                  genetisch, genetische, biometrisch, fingerabdruck,
                  génétique, biométrique, adn, empreinte digitale,
                  genética, genético, biométrico, biométrica, huella dactilar
                  """),
              Map.entry(
                  SensitiveTopic.GENDER,
                  """
                  gender, sex,
                  kön,
                  geschlecht, anrede,
                  sexe, civilité,
                  género, sexo
                  """),
              Map.entry(
                  SensitiveTopic.NATIONALITY,
                  """
                  nationality, citizenship, country of birth, birth country, country of origin,
                  nationalitet, medborgarskap, födelseland,
                  nationalität, staatsangehörigkeit, staatsbürgerschaft, geburtsland,
                  nationalité, citoyenneté, pays de naissance,
                  nacionalidad, ciudadanía, país de nacimiento
                  """),
              Map.entry(
                  SensitiveTopic.AGE,
                  """
                  age, ages, birth, birthday, birthdate, birthyear, dob, yob, senior citizen, age group,
                  ålder, åldersgrupp, födelsedatum, födelsedag, födelseår, personnummer,
                  alter, altersgruppe, geburtsdatum, geburtstag, geburtsjahr,
                  âge, naissance, anniversaire,
                  edad, nacimiento, cumpleaños
                  """)));

  private static final Map<SensitiveTopic, List<String>> VALUES =
      phrases(
          Map.of(
              SensitiveTopic.RELIGION,
              """
              catholic, protestant, muslim, jewish, hindu, buddhist, christian, atheist, agnostic, lutheran,
              islam, christianity, judaism, hinduism, buddhism, sikh, mormon,
              katolik, katolsk, protestantisk, muslimsk, judisk, kristen, ateist, hinduisk, buddhistisk,
              katholisch, evangelisch, muslimisch, jüdisch, konfessionslos, christlich, buddhistisch,
              catholique, protestante, musulman, musulmane, juif, juive, chrétien, chrétienne, athée,
              católico, católica, musulmán, musulmana, judío, judía, cristiano, cristiana, ateo, atea
              """,
              SensitiveTopic.POLITICAL_VIEW,
              """
              democrat, republican, conservative, liberal, socialist, social democrat, labour, green party,
              left wing, right wing, communist,
              socialdemokraterna, moderaterna, sverigedemokraterna, vänsterpartiet, miljöpartiet, centerpartiet,
              kristdemokraterna, liberalerna,
              cdu, csu, spd, afd, fdp, grüne, linke, sozialdemokrat,
              socialiste, écologiste, communiste, gaulliste,
              socialista, comunista, psoe, podemos
              """,
              SensitiveTopic.HEALTH,
              """
              diabetes, asthma, cancer, depression, hypertension, hiv, epilepsy, pregnant, disabled, chronic illness,
              astma, högt blodtryck, depressiv, gravid,
              krebs, bluthochdruck, schwanger, epilepsie,
              diabète, asthme, dépression, enceinte, épilepsie,
              asma, cáncer, depresión, embarazada, epilepsia
              """,
              SensitiveTopic.ETHNICITY,
              """
              hispanic, latino, latina, caucasian, african american, asian, arab, romani, native american,
              pacific islander, mixed race, white british, black british,
              asiat, afrikansk, arabisk, romer, kaukasisch, asiatisch, afrikanisch,
              caucasien, maghrébin, asiatique, africain,
              hispano, caucásico, asiático, gitano, africano
              """,
              SensitiveTopic.SEXUALITY,
              """
              heterosexual, homosexual, bisexual, gay, lesbian, asexual, hetero, queer,
              heterosexuell, homosexuell, bisexuell, lesbisch, schwul, lesbisk,
              hétérosexuel, hétérosexuelle, homosexuel, homosexuelle, bisexuel, bisexuelle, lesbienne,
              lesbiana
              """,
              SensitiveTopic.GENDER,
              """
              male, female, man, woman, men, women, transgender, non binary,
              kvinna, kvinnor, män, pojke, flicka,
              mann, frau, männlich, weiblich,
              homme, femme, masculin, féminin,
              hombre, mujer, masculino, femenino
              """));

  private SensitiveWords() {}

  /// The topic an attribute's name speaks of.
  static Optional<SensitiveTopic> inName(String name) {
    String spoken = spoken(name);
    return NAMES.entrySet().stream()
        .filter(topic -> topic.getValue().stream().anyMatch(phrase -> isIn(phrase, spoken)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// The topic an attribute's words speak of, and the words that do.
  static Optional<Found> inValues(Collection<String> values) {
    for (Map.Entry<SensitiveTopic, List<String>> topic : VALUES.entrySet()) {
      Set<String> telling = new TreeSet<>();
      for (String value : values) {
        String spoken = spoken(value);
        topic.getValue().stream()
            .filter(phrase -> isIn(phrase, spoken))
            .findFirst()
            .ifPresent(telling::add);
      }
      if (telling.size() >= LEAST_VALUES) {
        return Optional.of(new Found(topic.getKey(), List.copyOf(telling)));
      }
    }
    return Optional.empty();
  }

  /// @param words of the list, in their order
  record Found(SensitiveTopic topic, List<String> words) {}

  private static boolean isIn(String phrase, String spoken) {
    return spoken.contains(phrase);
  }

  /// Words between single blanks, with a blank at either end.
  private static String spoken(String text) {
    String parted = CAMEL.matcher(text).replaceAll(" ");
    String plain =
        ACCENTS.matcher(Normalizer.normalize(parted, Normalizer.Form.NFD)).replaceAll("");
    return NO_LETTERS.matcher(" " + plain.toLowerCase(Locale.ROOT) + " ").replaceAll(" ");
  }

  private static Map<SensitiveTopic, List<String>> phrases(Map<SensitiveTopic, String> lists) {
    Map<SensitiveTopic, List<String>> phrases = new EnumMap<>(SensitiveTopic.class);
    lists.forEach((topic, list) ->
        phrases.put(
            topic,
            Stream.of(list.split(","))
                .filter(word -> !word.isBlank())
                .map(SensitiveWords::spoken)
                .collect(Collectors.toUnmodifiableList())));
    return phrases;
  }
}
