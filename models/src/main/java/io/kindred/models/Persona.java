package io.kindred.models;

import java.util.List;
import java.util.OptionalDouble;

/// Who the customers of a segment are. Every statement stands on at least {@link #FEWEST_CUSTOMERS}
/// customers; what cannot is left out.
///
/// @param summary a few sentences
/// @param traits what sets the segment apart from its siblings, the strongest first
/// @param typical a customer in the segment's middle, made of several: never a person
/// @param channels where they order, the largest share first
/// @param propensities mean probability of each target
public record Persona(
    Text summary,
    List<Trait> traits,
    List<TypicalFeature> typical,
    List<ChannelShare> channels,
    List<MeanPropensity> propensities,
    Value value) {
  /// Customers behind every statement.
  public static final int FEWEST_CUSTOMERS = 20;

  /// Says nothing.
  public static final Persona NONE =
      new Persona(Text.same(""), List.of(), List.of(), List.of(), List.of(), Value.UNKNOWN);

  public Persona {
    traits = List.copyOf(traits);
    typical = List.copyOf(typical);
    channels = List.copyOf(channels);
    propensities = List.copyOf(propensities);
  }

  /// How a segment differs in one feature.
  ///
  /// @param mean in the segment, in the feature's unit
  public record Trait(
      String feature, double mean, Difference fromSiblings, Difference fromEveryone) {}

  /// How far a segment is from others in a feature.
  ///
  /// @param text one plain sentence
  /// @param effect the segment's mean less the others', in standard deviations; of yes/no the
  ///   difference of the shares
  /// @param mean the others', in the feature's unit
  public record Difference(Text text, double effect, double mean) {}

  /// A feature of the typical customer.
  ///
  /// @param median in the feature's unit, rounded
  /// @param knownShare of the segment's customers, 0 to 1
  public record TypicalFeature(String feature, double median, double knownShare) {}

  /// A channel's share of the segment's orders, 0 to 1.
  public record ChannelShare(String channel, double share) {}

  /// A target's mean probability among the segment's customers.
  public record MeanPropensity(String target, double probability) {}

  /// What the customers are worth, in the bundle's currency; empty where it is not known.
  ///
  /// @param meanExpectedSpend over the horizon of the lifetime value
  /// @param expectedSpendShare of what is expected of all customers, 0 to 1
  /// @param meanPastSpend what they have spent so far
  public record Value(
      OptionalDouble meanExpectedSpend,
      OptionalDouble expectedSpendShare,
      OptionalDouble meanPastSpend) {
    public static final Value UNKNOWN =
        new Value(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }
}
