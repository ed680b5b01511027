package io.kindred.datasets.infer;

import io.kindred.features.EventKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the words in a column of happenings mean.
final class StepWords {
  private static final List<Map.Entry<EventKind, List<String>>> WORDS =
      List.of(
          entry(
              EventKind.MESSAGE_OPENED,
              """
              opened, open, email open, email opened, mail open, mail opened, message opened, oppnad,
              geoffnet, ouvert, abierto
              """),
          entry(
              EventKind.MESSAGE_CLICKED,
              """
              clicked, click, email click, email clicked, mail click, mail clicked, message clicked, klickad,
              geklickt, clique, clic
              """),
          entry(
              EventKind.MESSAGE_SENT,
              """
              sent, send, delivered, email sent, mail sent, message sent, email send, skickad, gesendet,
              versendet, envoye, enviado
              """),
          entry(
              EventKind.CART_ABANDONED,
              """
              abandoned, abandon, left, cart abandoned, abandoned cart, basket abandoned, overgiven,
              abgebrochen, abandonne, abandonado
              """),
          entry(
              EventKind.CART_FILLED,
              """
              filled, cart, add to cart, addtocart, added to cart, cart add, basket add, add to basket, fylld,
              gefullt, rempli, ajout panier, llenado
              """),
          entry(
              EventKind.VISIT,
              """
              visit, page view, pageview, view, session start, session, screen view, besok, sidvisning,
              besuch, seitenaufruf, visite, page vue, visita
              """),
          entry(
              EventKind.SUBSCRIPTION_STARTED,
              """
              started, start, new, subscribe, subscribed, activated, startad, ny, begonnen, neu, debut,
              nouveau, inicio, nuevo
              """),
          entry(
              EventKind.SUBSCRIPTION_RENEWED,
              """
              renewed, renew, renewal, paid, extended, fornyad, verlangert, renouvele, renovado
              """),
          entry(
              EventKind.SUBSCRIPTION_CANCELLED,
              """
              cancelled, canceled, cancel, end, ended, terminated, churned, unsubscribed, uppsagd, gekundigt,
              resilie, cancelado
              """),
          entry(
              EventKind.ORDER,
              """
              order, purchase, buy, bought, transaction, sale, checkout complete, order placed, kop,
              bestallning, kauf, bestellung, achat, commande, compra, pedido
              """),
          entry(
              EventKind.RETURN,
              """
              return, returned, refund, refunded, credit, retur, aterbetalning, ruckgabe, retoure, erstattung,
              retour, remboursement, devolucion, reembolso
              """));

  private StepWords() {}

  /// What a word of a file stands for; none where it is not known.
  static Optional<EventKind> kind(String word) {
    String spoken = SpokenName.of(word);
    return WORDS.stream()
        .filter(entry -> entry.getValue().contains(spoken))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map.Entry<EventKind, List<String>> entry(EventKind kind, String words) {
    return Map.entry(
        kind,
        Stream.of(words.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList());
  }
}
