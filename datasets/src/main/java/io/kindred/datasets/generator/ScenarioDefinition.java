package io.kindred.datasets.generator;

import io.kindred.features.AttributeDefinition;
import io.kindred.features.Basis;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a scenario's file says: who the customers are, and what the company offers them.
///
/// @param newsletterDays from one letter to the next
/// @param campaigns what letters are about, month by month in turn; empty where letters have none
/// @param offlineChannels channels in which an order has neither a visit nor a cart
/// @param growingChannel the channel that gains where preferences drift
/// @param cartRecorded the probability that the cart of an online order was seen being filled
/// @param discounts codes and their weights
/// @param products how many products each category has; empty where products are unknown
/// @param stores of orders in offline channels; empty where stores are unknown
/// @param plans price of each plan a renewal; empty where nothing is subscribed to
/// @param renewalDays from one renewal to the next
/// @param planChange the probability that a renewal is a choice among all plans
/// @param supportChannels how help is asked for
/// @param custom events that only this company has
/// @param contacts of an account; nobody's where customers are people
record ScenarioDefinition(
    String name,
    ZoneId zone,
    String currency,
    double newsletterDays,
    List<String> campaigns,
    List<String> offlineChannels,
    String growingChannel,
    Double cartRecorded,
    Map<String, Double> discounts,
    Map<String, Integer> products,
    List<String> stores,
    Map<String, Double> plans,
    int renewalDays,
    double planChange,
    Map<String, Double> supportChannels,
    List<OwnEvent> custom,
    Contacts contacts,
    Season season,
    List<AttributeGroup> attributes,
    List<SyntheticSegment> segments) {
  ScenarioDefinition {
    campaigns = Mixes.copy(campaigns);
    offlineChannels = Mixes.copy(offlineChannels);
    cartRecorded = cartRecorded == null ? Double.valueOf(1) : cartRecorded;
    discounts = Mixes.copy(discounts);
    products = Mixes.copy(products);
    stores = Mixes.copy(stores);
    plans = Mixes.copy(plans);
    supportChannels = Mixes.copy(supportChannels);
    custom = Mixes.copy(custom);
    contacts = contacts == null ? new Contacts(0, 0) : contacts;
    attributes = Mixes.copy(attributes);
    segments = Mixes.copy(segments);
  }

  boolean hasAccounts() {
    return contacts.most() > 0;
  }

  /// Attributes of people, or where there are accounts of people and their accounts.
  Stream<AttributeDefinition> attributeDefinitions() {
    return attributes.stream()
        .flatMap(group -> group.columns().stream())
        .map(AttributeSpec::definition);
  }

  /// How many contacts an account has.
  ///
  /// @param mean of how many there are beside the first
  record Contacts(double mean, int most) {}

  /// An event that only this company has.
  ///
  /// @param value mean of the number that belongs to it, exponentially distributed; 0 for none
  /// @param properties words that belong to it, each with its mix
  record OwnEvent(String name, double value, Map<String, Map<String, Double>> properties) {
    OwnEvent {
      properties = Mixes.copy(properties, Mixes::copy);
    }
  }

  /// How rates vary with the calendar where the option asks for it.
  ///
  /// @param yearly the swing of the year, 0 to 1
  /// @param peakDay the day of the year when it is highest
  /// @param week factors of Monday to Sunday, 1 on average
  record Season(double yearly, int peakDay, List<Double> week) {
    private static final double DAYS_A_YEAR = 365.25;

    Season {
      week = List.copyOf(week);
      double sum = week.stream().mapToDouble(factor -> factor).sum();
      if (week.size() != 7 || Math.abs(sum - 7) > 1e-9) {
        throw new IllegalArgumentException(
            "week is %s (expected seven factors that add up to 7)".formatted(week));
      }
    }

    double factor(LocalDate day) {
      double angle = 2 * Math.PI * (day.getDayOfYear() - peakDay) / DAYS_A_YEAR;
      return (1 + yearly * Math.cos(angle)) * week.get(day.getDayOfWeek().getValue() - 1);
    }
  }

  /// Attributes that one table has.
  ///
  /// @param table the file's name without its ending
  /// @param ofAccount they tell of the account and not of its contacts
  /// @param answeredLater they became known at some time after joining; else with joining
  /// @param share of the customers who are in the table; all where it is left out
  record AttributeGroup(
      String table,
      boolean ofAccount,
      boolean answeredLater,
      Double share,
      List<AttributeSpec> columns) {
    AttributeGroup {
      share = share == null ? Double.valueOf(1) : share;
      columns = Mixes.copy(columns);
    }
  }

  /// An attribute and how its values come about.
  ///
  /// @param spread standard deviation of a number, a scale's point or a day around its mean
  /// @param known the probability that it is known; 1 where it is left out
  /// @param hides which values go unsaid more often where the option asks for missing values
  /// @param words its mix where segments do not differ
  record AttributeSpec(
      String name,
      Basis basis,
      AttributeDefinition.Type type,
      double spread,
      int lowest,
      int highest,
      Double known,
      Hides hides,
      Map<String, Double> words) {
    AttributeSpec {
      known = known == null ? Double.valueOf(1) : known;
      hides = hides == null ? Hides.NOTHING : hides;
      words = Mixes.copy(words);
    }

    AttributeDefinition definition() {
      boolean scale = type == AttributeDefinition.Type.SCALE;
      return new AttributeDefinition(name, basis, type, scale ? lowest : 0, scale ? highest : 0);
    }
  }

  /// Which values are withheld more often than others.
  enum Hides {
    NOTHING,
    LOW,
    HIGH
  }
}
