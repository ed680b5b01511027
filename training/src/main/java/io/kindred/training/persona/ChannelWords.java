package io.kindred.training.persona;

import io.kindred.models.Text;
import java.util.Map;

/// How one speaks of a channel.
///
/// @param through how orders and visits go, such as `in the app`
/// @param customers who order through it, such as `app shoppers`
/// @param visitors who visit by it
record ChannelWords(Text through, Text customers, Text visitors) {
  /// The channels that most shops have.
  private static final Map<String, ChannelWords> CHANNELS =
      Map.of(
          "store",
              channel(
                  "in store",
                  "i butik",
                  "store shoppers",
                  "butikskunder",
                  "store visitors",
                  "butiksbesökare"),
          "shop",
              channel(
                  "in the shop",
                  "i butiken",
                  "shop customers",
                  "affärskunder",
                  "shop visitors",
                  "affärsbesökare"),
          "app",
              channel(
                  "in the app",
                  "i appen",
                  "app shoppers",
                  "appkunder",
                  "app visitors",
                  "appbesökare"),
          "web",
              channel(
                  "on the web",
                  "på webben",
                  "web shoppers",
                  "webbkunder",
                  "web visitors",
                  "webbesökare"),
          "website",
              channel(
                  "on the website",
                  "på sajten",
                  "website shoppers",
                  "sajtkunder",
                  "website visitors",
                  "sajtbesökare"),
          "online",
              channel(
                  "online",
                  "på nätet",
                  "online shoppers",
                  "nätkunder",
                  "online visitors",
                  "nätbesökare"),
          "phone",
              channel(
                  "by phone",
                  "per telefon",
                  "phone shoppers",
                  "telefonkunder",
                  "phone callers",
                  "uppringare"),
          "mail",
              channel(
                  "by mail",
                  "per brev",
                  "mail-order shoppers",
                  "postorderkunder",
                  "mail visitors",
                  "brevbesökare"),
          "email",
              channel(
                  "by e-mail",
                  "per e-post",
                  "e-mail shoppers",
                  "e-postkunder",
                  "e-mail visitors",
                  "e-postbesökare"),
          "catalog",
              channel(
                  "by catalog",
                  "per katalog",
                  "catalog shoppers",
                  "katalogkunder",
                  "catalog visitors",
                  "katalogbesökare"));

  static ChannelWords of(String channel) {
    return CHANNELS.getOrDefault(channel, unforeseen(channel));
  }

  private static ChannelWords unforeseen(String word) {
    return channel(
        "through " + word,
        "via " + word,
        word + " shoppers",
        word + "-kunder",
        word + " visitors",
        word + "-besökare");
  }

  private static ChannelWords channel(
      String english,
      String swedish,
      String englishCustomers,
      String swedishCustomers,
      String englishVisitors,
      String swedishVisitors) {
    return new ChannelWords(
        new Text(english, swedish),
        new Text(englishCustomers, swedishCustomers),
        new Text(englishVisitors, swedishVisitors));
  }
}
