package io.kindred.datasets.infer;

import io.kindred.features.Basis;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Guesses what kind of knowledge a column is from the words of its name.
final class BasisWords {
  private static final List<Map.Entry<Basis, List<String>>> WORDS =
      List.of(
          entry(
              Basis.FIRMOGRAPHIC,
              """
              company, industry, employees, company size, sector, firm, legal form, annual revenue, sic, naics,
              foretag, bransch, anstallda, unternehmen, branche, mitarbeiter, entreprise, secteur, empresa,
              sector, empleados
              """),
          entry(
              Basis.TECHNOGRAPHIC,
              """
              device, browser, operating system, operating systems, os, app version, screen, mobile, internet,
              internet service, online security, online backup, device protection, tech support, streaming tv,
              streaming movies, traffic type, user agent, software, platform, wifi, smartphone, internet usage,
              multiple lines, webblasare, enhet, gerat, geraet, betriebssystem, appareil, navigateur,
              dispositivo, navegador
              """),
          entry(
              Basis.SITUATIONAL,
              """
              weekend, month, weekday, season, weather, special day, holiday, occasion, hour, day of week,
              manad, arstid, monat, jahreszeit, wochentag, mois, saison, mes, temporada, clima
              """),
          entry(
              Basis.GEOGRAPHIC,
              """
              country, region, city, town, zip, zip code, postcode, postal code, state, county, area, province,
              municipality, address, latitude, longitude, village, village town, house, neighbourhood, location,
              urban, house block of flats,
              land, ort, stad, postnummer, lan, kommun, omrade,
              stadt, plz, postleitzahl, bundesland, gebiet,
              pays, ville, code postal, departement,
              pais, ciudad, codigo postal, provincia, zona
              """),
          entry(
              Basis.DEMOGRAPHIC,
              """
              age, gender, sex, birth, birthday, birthdate, dob, marital, marital status, married, children,
              income, education, occupation, job, household, household size, siblings, number of siblings, family,
              partner, dependents, senior citizen, nationality, ethnicity, religion, height, weight, language,
              only child, hand, handed, citizenship, kids, homeowner,
              alder, kon, civilstand, inkomst, utbildning, yrke, hushall, barn, syskon, fodelsear,
              alter, geschlecht, familienstand, einkommen, bildung, beruf, haushalt, kinder, geburtsjahr,
              sexe, revenu, profession, enfants, naissance, etat civil,
              edad, sexo, genero, estado civil, ingresos, educacion, profesion, hijos, hogar
              """),
          entry(
              Basis.PSYCHOGRAPHIC,
              """
              attitude, interest, interests, opinion, lifestyle, personality, motivation, hobby, hobbies,
              satisfaction, nps, trust, likes, like, prefers, preference, importance, importance of, rating,
              smoking, alcohol, punctuality, lying, fear, agree, feel, feeling, brand image, matters,
              attityd, intresse, intressen, asikt, livsstil, nojdhet, fritid,
              einstellung, interesse, interessen, meinung, zufriedenheit, vertrauen,
              opinions, interets, satisfaction, confiance, attitudes,
              actitud, intereses, satisfaccion, confianza
              """));

  private BasisWords() {}

  /// The basis that a spoken name tells; none where it tells none.
  static Optional<Basis> in(String spoken) {
    return WORDS.stream()
        .filter(entry -> SpokenName.has(spoken, entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map.Entry<Basis, List<String>> entry(Basis basis, String words) {
    return Map.entry(
        basis,
        Stream.of(words.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList());
  }
}
