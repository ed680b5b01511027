package io.kindred.datasets.infer;

import java.util.List;
import java.util.stream.Stream;

/// What a column may be for, and the words its name has then, in English, Swedish, German, French
/// and Spanish.
enum Role {
  TIME(
      """
      time, timestamp, date, datetime, at, ts, when, day, order date, invoice date, purchased, created,
      datum, tid, tidpunkt, dag, orderdatum, kopdatum,
      zeit, zeitpunkt, tag, bestelldatum, kaufdatum,
      heure, jour, horodatage, date commande,
      fecha, hora, dia
      """),
  KNOWN_SINCE(
      """
      joined, registered, registration, signup, sign up, signed up, since, updated, created, answered,
      asof, as of, known since, valid from, snapshot,
      registrerad, uppdaterad, medlem sedan, skapad, besvarad,
      registriert, aktualisiert, seit, erstellt, anmeldung, anmeldedatum,
      inscription, inscrit, mise a jour, cree,
      registro, alta, actualizado, creado
      """),
  NO_EVENT_TIME(
      """
      birth, birthday, birthdate, dob, expiry, expires, due, delivery, delivered, shipped, end, until,
      fodelsedatum, leverans, geburtsdatum, lieferdatum, naissance, livraison, nacimiento, entrega
      """),
  ORDER_ID(
      """
      order, order id, order no, order nr, order number, orderid, orderno, ordernr, invoice, invoice no,
      invoice id, invoice number, transaction, transaction id, transaction no, receipt, receipt id,
      receipt no, basket, basket id, purchase id, sale id, ticket, trans id,
      ordernummer, faktura, fakturanr, fakturanummer, kvitto, kvittonr, bestallning, kop id,
      bestellung, bestellnummer, bestellnr, rechnung, rechnungsnummer, rechnungsnr, beleg, belegnummer,
      bonnummer, auftrag, auftragsnummer,
      commande, numero commande, facture, id commande, num commande, id transaction,
      pedido, id pedido, factura, num pedido, transaccion
      """),
  AMOUNT(
      """
      amount, total, total amount, order total, order value, revenue, sales, value, price total,
      total price, paid, spend, spent, net, gross, subtotal, sum, turnover, dollars, usd, eur, euro, euros,
      gbp, pounds, sek, kr, kronor, nok, dkk, chf,
      belopp, summa, ordervarde, forsaljning, betalt,
      betrag, umsatz, gesamtbetrag, summe, gesamt, wert, bestellwert,
      montant, montant total, chiffre d affaires, ca, somme, valeur,
      importe, monto, total pedido, ventas, valor
      """),
  QUANTITY(
      """
      quantity, qty, items, pieces, pcs, units, number of items, item count, n items, count,
      antal, antal varor, stycken, st,
      menge, anzahl, stueck, stuck,
      quantite, qte, nombre d articles, articles,
      cantidad, unidades, cant
      """),
  PRICE(
      """
      price, unit price, item price, price per unit, unit cost,
      pris, styckpris, a pris,
      preis, einzelpreis, stueckpreis, stuckpreis,
      prix, prix unitaire,
      precio, precio unitario
      """),
  CATEGORY(
      """
      category, product category, department, product group, genre, product type, section,
      varugrupp, produktgrupp, kategori, avdelning,
      kategorie, warengruppe, produktgruppe, abteilung,
      categorie, rayon, famille,
      categoria, departamento, familia
      """),
  PRODUCT(
      """
      product, product id, sku, item, item id, article, article no, stock code, ean, product name,
      description, artikel, artikelnr, vara, produkt, produktnr, artikelnummer,
      produit, article id, reference, producto, articulo
      """),
  CHANNEL(
      """
      channel, sales channel, platform, medium, kanal, forsaljningskanal, vertriebskanal, canal
      """),
  DISCOUNT(
      """
      discount, discount code, coupon, coupon code, voucher, promo, promo code, promotion,
      rabatt, rabattkod, kupong, rabattcode, gutschein, gutscheincode,
      remise, code promo, bon de reduction, descuento, cupon, codigo descuento
      """),
  STORE("store, shop, branch, outlet, butik, filial, filiale, laden, magasin, tienda, sucursal"),
  DEVICE("device, device type, device category, enhet, gerat, geraet, appareil, dispositivo"),
  REFERRER("referrer, referer, source, traffic source, utm source, kalla, quelle, origen"),
  CAMPAIGN(
      "campaign, campaign id, campaign name, newsletter, kampanj, kampagne, campagne, campana"),
  PLAN("plan, product, tier, package, subscription, tarif, abo, abonnement, abonnemang, tarifa"),
  TOPIC(
      "topic, subject, reason, issue, category, amne, orsak, thema, grund, sujet, motif, tema, motivo"),
  PAGES(
      """
      pages, page views, pageviews, page count, hits, screens, sidor, sidvisningar, seiten,
      seitenaufrufe, pages vues, paginas, paginas vistas
      """),
  STEP(
      """
      step, status, event, event type, event name, action, what, type, activity, kind, state,
      steg, handelse, typ, ereignis, aktion, schritt, etape, evenement, statut, evento, accion, estado,
      tipo
      """),
  EVENT_ID(
      """
      id, event id, session, session id, visit id, cart id, cart, message id, return id, refund id, mail id, email id, uuid,
      besok id, sitzung, besuch id, meldung id, id session, id visite, id mensaje, id evento
      """),
  CURRENCY("currency, currency code, valuta, wahrung, waehrung, devise, moneda"),
  PERHAPS_OUTCOME(
      """
      visit, visited, spend, spent, clicked, bought, purchase, opened, unsubscribed, returned, page values,
      score, prediction, predicted
      """),
  OUTCOME(
      """
      churn, churned, converted, conversion, target, label, outcome, response, responded, purchased,
      revenue, y, class, default, exited, left company, treatment, treated, bayes,
      uppsagd, konverterad, gekundigt, abgewandert, resilie, abandono
      """);

  @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which nothing changes
  private final List<String> phrases;

  Role(String list) {
    this.phrases =
        Stream.of(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  /// Whether a name, as {@link SpokenName} says it, is one of the role's.
  boolean is(String spoken) {
    return phrases.contains(spoken);
  }

  /// Whether a name has words of the role.
  boolean isIn(String spoken) {
    return SpokenName.has(spoken, phrases);
  }

  /// How surely a name is of the role: 2 all of it, 1 some of its words, 0 not.
  int score(String spoken) {
    return is(spoken) ? 2 : isIn(spoken) ? 1 : 0;
  }
}
