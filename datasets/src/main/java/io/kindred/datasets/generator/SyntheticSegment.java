package io.kindred.datasets.generator;

import java.util.Map;

/// A kind of customer that the generator knows, with everything that tells it from the others.
///
/// Mixes are words and their weights, which need not add up to 1.
///
/// @param weight share of all customers, before all weights are made to add up to 1
/// @param ordersPerYear mean rate of orders of a customer who has not left
/// @param rateShape shape of the gamma distribution of that rate among its customers
/// @param lifetimeDays mean time until a customer leaves, exponentially distributed
/// @param firstOrder the probability that they join with an order and not by looking around
/// @param joinsInLastDays they joined within so many days of the end; 0 for any time
/// @param orderValue mean worth of an order
/// @param discount the probability of a discount code with an order
/// @param returned the probability that an order comes back, in whole or in half
/// @param visitsPerYear visits that do not end in an order
/// @param abandon the probability that a visit without an order leaves a filled cart behind
/// @param open the probability that a message is opened, and
/// @param click that an opened one is clicked
/// @param messageChannels empty where all messages are e-mails
/// @param subscribes the probability of a subscription
/// @param customPerYear rates of the scenario's own events, by name
/// @param campaignEffect factor on the rate of orders while an experiment's campaign lasts
/// @param means of attributes that are numbers, scales or days
/// @param words of attributes that are categories or several words at once
/// @param chances of attributes that are yes or no
record SyntheticSegment(
    String macro,
    String name,
    double weight,
    double ordersPerYear,
    double rateShape,
    double lifetimeDays,
    double firstOrder,
    int joinsInLastDays,
    double orderValue,
    double itemsPerOrder,
    Map<String, Double> categories,
    Map<String, Double> channels,
    double discount,
    double returned,
    double visitsPerYear,
    Map<String, Double> visitDevices,
    Map<String, Double> referrers,
    double abandon,
    double open,
    double click,
    Map<String, Double> messageChannels,
    double subscribes,
    Map<String, Double> plans,
    double supportPerYear,
    Map<String, Double> topics,
    Map<String, Double> customPerYear,
    double campaignEffect,
    Map<String, Double> means,
    Map<String, Map<String, Double>> words,
    Map<String, Double> chances) {
  SyntheticSegment {
    categories = Mixes.copy(categories);
    channels = Mixes.copy(channels);
    visitDevices = Mixes.copy(visitDevices);
    referrers = Mixes.copy(referrers);
    messageChannels = Mixes.copy(messageChannels);
    plans = Mixes.copy(plans);
    topics = Mixes.copy(topics);
    customPerYear = Mixes.copy(customPerYear);
    means = Mixes.copy(means);
    words = Mixes.copy(words, Mixes::copy);
    chances = Mixes.copy(chances);
    if (weight <= 0 || ordersPerYear <= 0 || rateShape < 1 || lifetimeDays <= 0) {
      throw new IllegalArgumentException(
          "segment %s: weight, ordersPerYear and lifetimeDays must be above 0, rateShape at least 1"
              .formatted(name));
    }
    if (campaignEffect <= 0) {
      throw new IllegalArgumentException(
          "segment %s: campaignEffect is missing (expected a factor such as 1.2)".formatted(name));
    }
  }
}
