package io.kindred.datasets.infer;

import java.util.List;
import java.util.stream.Stream;

/// Names that columns with customers' ids have.
final class CustomerNames {
  private static final List<String> WHO =
      list(
          """
          customer, client, cust, user, member, visitor, subscriber, buyer, shopper, contact, consumer,
          respondent, participant, household, account, person,
          kund, medlem, anvandare, kopare, abonnent, deltagare,
          kunde, kunden, mitglied, nutzer, kaufer, kaeufer, teilnehmer, benutzer,
          cliente, utilisateur, acheteur, abonne, membre,
          usuario, comprador, miembro, socio
          """);
  private static final List<String> NUMBER =
      list("id, no, nr, number, num, key, code, ref, nummer, numero, n, hash, uid, uuid");
  private static final List<String> JOINED =
      list(
          """
          customerid, clientid, userid, memberid, visitorid, custid, kundid, kundnr, kundnummer, kundenid,
          kundennr, kundennummer, mitgliedsnummer, mitgliedsnr, medlemsnr, medlemsnummer, nutzerid,
          customernumber, customerno, accountid, idcliente, idclient, fullvisitorid, respondentid
          """);

  private CustomerNames() {}

  /// How surely a column of this name says whose row it is, from 0 to 3.
  static double score(String spoken) {
    if (JOINED.contains(spoken)) {
      return 3;
    }
    List<String> words = List.of(spoken.split(" "));
    boolean who = words.stream().anyMatch(WHO::contains);
    if (who && words.size() == 1) {
      return 2.5;
    }
    if (who && words.size() <= 3 && words.stream().anyMatch(NUMBER::contains)) {
      // Several people can have a part in a row: the buyer counts, not an account or a contact.
      return words.contains("account") || words.contains("household") ? 1.8 : 3;
    }
    if (spoken.equals("email") || spoken.equals("e mail") || spoken.equals("email address")) {
      return 1.5;
    }
    return spoken.equals("id") || spoken.equals("uid") || spoken.equals("uuid") ? 1 : 0;
  }

  private static List<String> list(String words) {
    return Stream.of(words.split(",")).map(String::strip).toList();
  }
}
