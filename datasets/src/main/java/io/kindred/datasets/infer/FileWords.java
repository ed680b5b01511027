package io.kindred.datasets.infer;

import java.util.List;

/// Words in a file's name that tell what its rows are, in five languages.
final class FileWords {
  static final List<String> OUTCOMES =
      List.of(
          "truth",
          "label",
          "labels",
          "future",
          "holdout",
          "target",
          "targets",
          "fold",
          "folds",
          "prediction",
          "predictions",
          "ground truth");

  static final List<String> RETURNS =
      List.of(
          "return",
          "returns",
          "refund",
          "refunds",
          "retur",
          "returer",
          "retouren",
          "ruckgaben",
          "erstattungen",
          "retours",
          "remboursements",
          "devoluciones",
          "reembolsos");

  static final List<String> ORDERS =
      List.of(
          "order",
          "orders",
          "sales",
          "transactions",
          "tx",
          "purchases",
          "invoices",
          "lines",
          "ordrar",
          "kop",
          "bestellungen",
          "ventes",
          "commandes",
          "pedidos",
          "ventas",
          "receipts",
          "basket",
          "baskets");

  static final List<String> SUBSCRIPTIONS =
      List.of(
          "subscription",
          "subscriptions",
          "contract",
          "contracts",
          "membership",
          "memberships",
          "abonnemang",
          "abonnement",
          "abonnements",
          "abo",
          "abos",
          "vertrage",
          "suscripciones");

  static final List<String> SUPPORT =
      List.of(
          "support",
          "tickets",
          "complaints",
          "cases",
          "helpdesk",
          "service calls",
          "kundtjanst",
          "reklamationer",
          "reklamationen",
          "reclamations",
          "quejas");

  static final List<String> VISITS =
      List.of(
          "visit",
          "visits",
          "session",
          "sessions",
          "web",
          "traffic",
          "pageviews",
          "page views",
          "clickstream",
          "besok",
          "besuche",
          "visites",
          "visitas");

  /// Files that speak of the others.
  static final List<String> TEXTS = List.of("readme", "license", "notes");

  private FileWords() {}
}
