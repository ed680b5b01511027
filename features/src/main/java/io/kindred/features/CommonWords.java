package io.kindred.features;

import java.util.List;

/// Words that so many histories have that a stored one names them by number. The list belongs to the
/// format's first version: it never changes.
final class CommonWords {
  static final List<String> ALL =
      List.of(
          // Between the numbers of an id, and before one.
          "-", "_", "/", "#", ".", ":", "o-", "r-", "v-", "c-", "m-", "s-", "e-", "b-", "u-", "x-",
          "custom:",
          // Channels.
          "web", "app", "store", "email", "push", "sms", "phone", "chat", "mail", "letter",
          "marketplace", "social", "catalog", "call_center", "in_app", "partner",
          // Devices.
          "mobile", "desktop", "tablet", "tv", "kiosk", "ios", "android",
          // Referrers.
          "search", "direct", "newsletter", "ad", "ads", "paid_search", "organic", "affiliate",
          "referral", "display", "google", "facebook", "instagram",
          // Topics.
          "delivery", "return", "returns", "payment", "billing", "technical", "complaint",
          "question", "product", "account", "cancellation",
          // Plans.
          "free", "trial", "basic", "starter", "standard", "plus", "pro", "premium", "business",
          "enterprise", "monthly", "yearly",
          // Names of attributes and of properties.
          "age", "gender", "country", "region", "city", "language", "member", "income", "education",
          "occupation", "industry", "employees", "revenue", "interests", "birthday", "name", "type",
          "value", "source", "variant", "topic",
          // What they say.
          "yes", "no", "none", "other", "unknown", "male", "female", "se", "no_answer", "de", "fr",
          "gb", "us", "es", "it", "nl", "dk", "fi");

  private CommonWords() {}
}
