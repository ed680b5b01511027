package io.kindred.training.persona;

import static io.kindred.training.persona.Bound.A_QUARTER;
import static io.kindred.training.persona.Bound.TWO_YEARS;
import static io.kindred.training.persona.Bound.atLeast;
import static io.kindred.training.persona.Bound.atMost;
import static io.kindred.training.persona.BuiltInWords.nearlyTheSame;
import static io.kindred.training.persona.BuiltInWords.words;
import static io.kindred.training.persona.Comparative.IRREGULAR;
import static io.kindred.training.persona.Comparative.LONG;
import static io.kindred.training.persona.Comparative.MANY;
import static io.kindred.training.persona.Comparative.MUCH;
import static io.kindred.training.persona.Comparative.OFTEN;
import static io.kindred.training.persona.FeatureWords.adjective;
import static io.kindred.training.persona.FeatureWords.noun;
import static io.kindred.training.persona.FeatureWords.unnamed;

import io.kindred.training.persona.BuiltInWords.Entry;
import io.kindred.training.persona.FeatureWords.Concern;
import io.kindred.training.persona.FeatureWords.Subject;
import java.util.stream.Stream;

/// Words of what customers buy and when in the week, how they visit, read, return and subscribe.
final class HabitWords {
  private static final Subject VISITS = new Subject("visits", Concern.BUSINESS);
  private static final Subject RECENCY = new Subject("recency", Concern.BUSINESS);
  private static final Subject CONVERSION = new Subject("conversion", Concern.HABIT);
  private static final Subject MESSAGES = new Subject("messages", Concern.BUSINESS);
  private static final Subject CARTS = new Subject("carts", Concern.HABIT);
  private static final Subject DISCOUNT = new Subject("discount", Concern.HABIT);
  private static final Subject BASKET = new Subject("basket", Concern.HABIT);
  private static final Subject RETURNS = new Subject("returns", Concern.HABIT);
  private static final Subject VARIETY = new Subject("variety", Concern.HABIT);
  private static final Subject RHYTHM = new Subject("rhythm", Concern.PROFILE);
  private static final Subject HOURS = new Subject("hours", Concern.PROFILE);
  private static final Subject SUBSCRIPTION = new Subject("subscription", Concern.BUSINESS);
  private static final Subject SUPPORT = new Subject("support", Concern.HABIT);
  private static final Subject BROWSING = new Subject("browsing", Concern.PROFILE);

  private HabitWords() {}

  static Stream<Entry> all() {
    return Stream.of(ofBaskets(), ofVisits(), ofSubscriptions()).flatMap(entries -> entries);
  }

  private static Stream<Entry> ofBaskets() {
    return Stream.of(
        words(
            "discounted_order_share",
            OFTEN,
            "Buys at a discount {more} {than}.",
            "Handlar på rabatt {more} {than}.",
            noun(DISCOUNT, "discount hunters", "rabattjägare"),
            noun(DISCOUNT, "full-price buyers", "fullprisköpare")),
        words(
            "items_per_order",
            MANY,
            "Buys {more} pieces per order {than}.",
            "Köper {more} varor per order {than}.",
            noun(BASKET, "bulk buyers", "mängdköpare"),
            noun(BASKET, "single-item buyers", "enstycksköpare")),
        words(
            "return_count",
            OFTEN,
            "Has returned purchases {more} {than}.",
            "Har returnerat köp {more} {than}.",
            noun(RETURNS, "frequent returners", "flitiga returnerare"),
            unnamed(RETURNS)),
        nearlyTheSame(
            "returned_value_share",
            MUCH,
            "Sends back {more} of what was bought {than}.",
            "Skickar tillbaka {more} av det köpta {than}.",
            noun(RETURNS, "try-and-return buyers", "provköpare"),
            unnamed(RETURNS)),
        words(
            "category_count",
            MANY,
            "Buys from {more} categories {than}.",
            "Köper ur {more} kategorier {than}.",
            noun(VARIETY, "variety seekers", "mångsidiga köpare"),
            noun(VARIETY, "niche buyers", "nischköpare")),
        nearlyTheSame(
            "top_category_share",
            MUCH,
            "Spends {more} of the money on a single category {than}.",
            "Lägger {more} av pengarna på en enda kategori {than}.",
            noun(VARIETY, "one-category buyers", "kategoritrogna köpare"),
            noun(VARIETY, "mix-and-match buyers", "blandköpare")),
        words(
            "order_interval_spread_days",
            IRREGULAR,
            "Orders {more} {than}.",
            "Handlar {more} {than}.",
            noun(RHYTHM, "irregular buyers", "oregelbundna köpare"),
            noun(RHYTHM, "clockwork buyers", "regelbundna köpare")),
        words(
            "weekend_order_share",
            OFTEN,
            "Orders on weekends {more} {than}.",
            "Handlar på helgen {more} {than}.",
            noun(HOURS, "weekend shoppers", "helgköpare"),
            noun(HOURS, "weekday shoppers", "vardagsköpare")),
        words(
            "evening_order_share",
            OFTEN,
            "Orders in the evening {more} {than}.",
            "Handlar på kvällen {more} {than}.",
            noun(HOURS, "evening shoppers", "kvällsköpare"),
            noun(HOURS, "daytime shoppers", "dagköpare")));
  }

  private static Stream<Entry> ofVisits() {
    return Stream.of(
        words(
            "visit_count",
            OFTEN,
            "Has visited {more} {than}.",
            "Har kommit på besök {more} {than}.",
            noun(VISITS, "frequent visitors", "flitiga besökare"),
            noun(VISITS, "rare visitors", "sällanbesökare")),
        nearlyTheSame(
            "visits_last_30_days",
            OFTEN,
            "Visited {more} in the last 30 days {than}.",
            "Har kommit på besök {more} de senaste 30 dagarna {than}.",
            adjective(VISITS, "curious", "nyfikna").where(atLeast("visits_last_30_days", 1)),
            adjective(RECENCY, "drifting", "avtagande").where(atMost("visits_last_30_days", 1))),
        words(
            "orders_per_visit",
            MANY,
            "Places {more} orders per visit {than}.",
            "Lägger {more} order per besök {than}.",
            noun(CONVERSION, "decisive buyers", "målmedvetna köpare"),
            noun(CONVERSION, "window shoppers", "fönstershoppare")),
        words(
            "pages_per_visit",
            MANY,
            "Looks at {more} pages per visit {than}.",
            "Tittar på {more} sidor per besök {than}.",
            noun(BROWSING, "thorough browsers", "grundliga besökare"),
            noun(BROWSING, "quick visitors", "snabba besökare")),
        words(
            "message_open_share",
            MANY,
            "Opens {more} of the messages {than}.",
            "Öppnar {more} av utskicken {than}.",
            noun(MESSAGES, "message readers", "utskicksläsare"),
            noun(MESSAGES, "hard-to-reach customers", "svårnådda kunder")),
        nearlyTheSame(
            "message_click_share",
            MANY,
            "Clicks in {more} of the messages {than}.",
            "Klickar i {more} av utskicken {than}.",
            noun(MESSAGES, "message clickers", "flitiga klickare"),
            noun(MESSAGES, "seldom clickers", "sällanklickare")),
        words(
            "cart_abandonment_share",
            MANY,
            "Abandons {more} of the filled carts {than}.",
            "Överger {more} av de fyllda varukorgarna {than}.",
            noun(CARTS, "cart abandoners", "korglämnare"),
            noun(CARTS, "cart finishers", "beslutsamma köpare")),
        nearlyTheSame(
            "abandoned_cart_value",
            MUCH,
            "Leaves carts worth {more} behind {than}.",
            "Lämnar varukorgar värda {more} efter sig {than}.",
            noun(CARTS, "big-cart abandoners", "storkorgslämnare"),
            noun(CARTS, "small-cart abandoners", "småkorgslämnare")));
  }

  private static Stream<Entry> ofSubscriptions() {
    return Stream.of(
        words(
            "subscription_active",
            OFTEN,
            "Has a running subscription {more} {than}.",
            "Har en löpande prenumeration {more} {than}.",
            noun(SUBSCRIPTION, "subscribers", "prenumeranter"),
            noun(SUBSCRIPTION, "non-subscribers", "icke-prenumeranter")),
        nearlyTheSame(
            "subscription_tenure_days",
            LONG,
            "Has subscribed {more} {than}.",
            "Har prenumererat {more} {than}.",
            noun(SUBSCRIPTION, "long-term subscribers", "mångåriga prenumeranter")
                .where(atLeast("subscription_tenure_days", TWO_YEARS)),
            noun(SUBSCRIPTION, "new subscribers", "nya prenumeranter")
                .where(atMost("subscription_tenure_days", A_QUARTER))),
        nearlyTheSame(
            "subscription_value",
            MUCH,
            "Pays {more} for the subscription {than}.",
            "Betalar {more} för prenumerationen {than}.",
            noun(SUBSCRIPTION, "premium subscribers", "premiumprenumeranter"),
            noun(SUBSCRIPTION, "basic subscribers", "basprenumeranter")),
        words(
            "support_contact_count",
            OFTEN,
            "Has asked for help {more} {than}.",
            "Har bett om hjälp {more} {than}.",
            noun(SUPPORT, "help seekers", "hjälpsökare"),
            unnamed(SUPPORT)));
  }
}
