package io.kindred.models.format;

import io.kindred.models.Persona;
import io.kindred.models.Persona.ChannelShare;
import io.kindred.models.Persona.Difference;
import io.kindred.models.Persona.MeanPropensity;
import io.kindred.models.Persona.Trait;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.models.Persona.Value;
import java.util.OptionalDouble;

/// Personas to and from their messages.
final class PersonaFormat {
  private PersonaFormat() {}

  static io.kindred.models.bundle.v1.Persona toMessage(Persona persona) {
    var message =
        io.kindred.models.bundle.v1.Persona.newBuilder()
            .setSummary(SegmentFormat.toMessage(persona.summary()));
    for (Trait trait : persona.traits()) {
      message
          .addTraitsBuilder()
          .setFeature(trait.feature())
          .setMean(trait.mean())
          .setFromSiblings(toMessage(trait.fromSiblings()))
          .setFromEveryone(toMessage(trait.fromEveryone()));
    }
    for (TypicalFeature typical : persona.typical()) {
      message
          .addTypicalBuilder()
          .setFeature(typical.feature())
          .setMedian(typical.median())
          .setKnownShare(typical.knownShare());
    }
    for (ChannelShare channel : persona.channels()) {
      message.addChannelsBuilder().setChannel(channel.channel()).setShare(channel.share());
    }
    for (MeanPropensity propensity : persona.propensities()) {
      message
          .addPropensitiesBuilder()
          .setTarget(propensity.target())
          .setProbability(propensity.probability());
    }
    persona.value().meanExpectedSpend().ifPresent(message::setMeanExpectedSpend);
    persona.value().expectedSpendShare().ifPresent(message::setExpectedSpendShare);
    persona.value().meanPastSpend().ifPresent(message::setMeanPastSpend);
    return message.build();
  }

  static Persona fromMessage(io.kindred.models.bundle.v1.Persona message) {
    return new Persona(
        SegmentFormat.fromMessage(message.getSummary()),
        message.getTraitsList().stream()
            .map(trait ->
                new Trait(
                    trait.getFeature(),
                    trait.getMean(),
                    fromMessage(trait.getFromSiblings()),
                    fromMessage(trait.getFromEveryone())))
            .toList(),
        message.getTypicalList().stream()
            .map(typical ->
                new TypicalFeature(
                    typical.getFeature(), typical.getMedian(), typical.getKnownShare()))
            .toList(),
        message.getChannelsList().stream()
            .map(channel -> new ChannelShare(channel.getChannel(), channel.getShare()))
            .toList(),
        message.getPropensitiesList().stream()
            .map(propensity ->
                new MeanPropensity(propensity.getTarget(), propensity.getProbability()))
            .toList(),
        new Value(
            number(message.hasMeanExpectedSpend(), message.getMeanExpectedSpend()),
            number(message.hasExpectedSpendShare(), message.getExpectedSpendShare()),
            number(message.hasMeanPastSpend(), message.getMeanPastSpend())));
  }

  private static io.kindred.models.bundle.v1.Difference toMessage(Difference difference) {
    return io.kindred.models.bundle.v1.Difference.newBuilder()
        .setText(SegmentFormat.toMessage(difference.text()))
        .setEffect(difference.effect())
        .setMean(difference.mean())
        .build();
  }

  private static Difference fromMessage(io.kindred.models.bundle.v1.Difference message) {
    return new Difference(
        SegmentFormat.fromMessage(message.getText()), message.getEffect(), message.getMean());
  }

  private static OptionalDouble number(boolean isThere, double number) {
    return isThere ? OptionalDouble.of(number) : OptionalDouble.empty();
  }
}
