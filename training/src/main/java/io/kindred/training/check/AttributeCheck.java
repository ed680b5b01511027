package io.kindred.training.check;

import io.kindred.features.Attribute;
import io.kindred.features.AttributeDefinition;
import io.kindred.features.AttributeValue;
import io.kindred.features.Customer;
import io.kindred.training.policy.AttributeDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Looks at what is known of customers beside what they did.
///
/// What is known of the account that a customer is a contact of is known of the customer.
final class AttributeCheck {
  private static final int MOST_WORDS = 50;
  private static final int WORD_COLUMNS = 12;
  private static final int LEAST_CUSTOMERS = 20;

  private final Map<String, Seen> seen = new HashMap<>();

  private AttributeCheck() {}

  /// @param facts one for each attribute
  /// @param findings on attributes whose dates tell something
  record Result(List<CheckReport.AttributeFacts> facts, List<CheckReport.Finding> findings) {}

  static Result of(
      List<Customer> customers, List<AttributeDecision> decisions, Instant asOf, ZoneId zone) {
    AttributeCheck check = new AttributeCheck();
    for (Customer customer : customers) {
      check.add(customer);
    }
    List<CheckReport.AttributeFacts> facts = new ArrayList<>();
    List<String> tooLate = new ArrayList<>();
    Map<LocalDate, List<String>> fixed = new HashMap<>();
    for (AttributeDecision decision : decisions) {
      AttributeDefinition attribute = decision.attribute();
      Seen found = check.seen.getOrDefault(attribute.name(), new Seen());
      facts.add(facts(decision, found, customers.size()));
      if (found.customers > 0 && found.firstKnown.isAfter(asOf)) {
        tooLate.add(attribute.name());
      } else if (found.moments.size() == 1 && found.customers >= LEAST_CUSTOMERS) {
        fixed
            .computeIfAbsent(LocalDate.ofInstant(found.firstKnown, zone), _ -> new ArrayList<>())
            .add(attribute.name());
      }
    }
    return new Result(facts, findings(tooLate, fixed, LocalDate.ofInstant(asOf, zone)));
  }

  private static List<CheckReport.Finding> findings(
      List<String> tooLate, Map<LocalDate, List<String>> fixed, LocalDate asOf) {
    List<CheckReport.Finding> findings = new ArrayList<>();
    if (!tooLate.isEmpty()) {
      findings.add(
          new CheckReport.Finding(
              false,
              "attributes",
              "%s: known only after %s, so that no model sees %s"
                  .formatted(Names.of(tooLate), asOf, tooLate.size() == 1 ? "it" : "them"),
              "correct knownSince in the mapping, or train a later date"));
    }
    fixed.forEach((day, names) ->
        findings.add(
            new CheckReport.Finding(
                false,
                "leakage",
                "%s: all dated %s, which may be earlier than when %s learnt"
                    .formatted(Names.of(names), day, names.size() == 1 ? "it was" : "they were"),
                "name a column with the day each became known as knownSince; with a date that is too"
                    + " early models learn from what nobody knew")));
    return findings;
  }

  private void add(Customer customer) {
    Set<String> met = new HashSet<>();
    for (Attribute attribute : known(customer)) {
      Seen found = seen.computeIfAbsent(attribute.name(), _ -> new Seen());
      if (met.add(attribute.name())) {
        found.customers++;
      }
      found.add(attribute);
    }
  }

  /// What is known of a customer, what is known through the account first.
  static List<Attribute> known(Customer customer) {
    List<Attribute> known = new ArrayList<>(customer.account().attributes());
    known.addAll(customer.history().attributes());
    return known;
  }

  private static CheckReport.AttributeFacts facts(
      AttributeDecision decision, Seen found, int customers) {
    AttributeDefinition attribute = decision.attribute();
    return new CheckReport.AttributeFacts(
        attribute.name(),
        attribute.basis().name().toLowerCase(Locale.ROOT),
        attribute.type().name().toLowerCase(Locale.ROOT),
        1 - (double) found.customers / customers,
        found.values.size(),
        switch (decision) {
          case AttributeDecision.Used _ -> "input";
          case AttributeDecision.AuditOnly _ -> "audit only";
          case AttributeDecision.Refused _ -> "refused";
        },
        decision.reason().orElse(""),
        remark(attribute, found));
  }

  private static String remark(AttributeDefinition attribute, Seen found) {
    if (found.customers == 0) {
      return "known of nobody";
    }
    if (found.values.size() == 1) {
      return "the same for everyone";
    }
    boolean words =
        attribute.type() == AttributeDefinition.Type.CATEGORY
            || attribute.type() == AttributeDefinition.Type.MULTI_VALUE;
    if (!words) {
      return "";
    }
    if (found.customers >= LEAST_CUSTOMERS && found.values.size() > 0.9 * found.customers) {
      return "different for nearly everyone, like an id";
    }
    return found.words.size() > MOST_WORDS
        ? "%d words, of which the %d commonest become columns"
            .formatted(found.words.size(), WORD_COLUMNS)
        : "";
  }

  private static final class Seen {
    int customers;
    Instant firstKnown = Instant.MAX;
    final Set<AttributeValue> values = new HashSet<>();
    final Set<String> words = new TreeSet<>();
    final Set<Instant> moments = new HashSet<>();

    void add(Attribute attribute) {
      values.add(attribute.value());
      if (moments.size() < 2) {
        moments.add(attribute.knownSince());
      }
      if (attribute.knownSince().isBefore(firstKnown)) {
        firstKnown = attribute.knownSince();
      }
      switch (attribute.value()) {
        case AttributeValue.Category category -> words.add(category.value());
        case AttributeValue.Words several -> words.addAll(several.values());
        case AttributeValue.Quantity _,
            AttributeValue.ScalePoint _,
            AttributeValue.YesNo _,
            AttributeValue.Day _ -> {}
      }
    }
  }
}
