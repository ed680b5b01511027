package io.kindred.serving.service;

import io.kindred.models.Language;
import io.kindred.models.Persona.ChannelShare;
import io.kindred.models.Persona.MeanPropensity;
import io.kindred.models.Persona.Trait;
import io.kindred.models.Persona.TypicalFeature;
import io.kindred.models.Persona.Value;
import io.kindred.models.Segment;
import io.kindred.v1.Persona;

/// Personas as callers are told them.
final class PersonaWriter {
  private PersonaWriter() {}

  static Persona toMessage(Segment segment, Language language) {
    io.kindred.models.Persona persona = segment.persona();
    Persona.Builder message =
        Persona.newBuilder()
            .setSuggestedName(segment.name().suggested().in(language))
            .setSummary(persona.summary().in(language));
    for (Trait trait : persona.traits()) {
      message
          .addTraitsBuilder()
          .setFeature(trait.feature())
          .setText(trait.fromSiblings().text().in(language))
          .setEffectSize(trait.fromEveryone().effect())
          .setSegmentMean(trait.mean())
          .setOverallMean(trait.fromEveryone().mean())
          .setSiblingEffectSize(trait.fromSiblings().effect())
          .setSiblingMean(trait.fromSiblings().mean())
          .setOverallText(trait.fromEveryone().text().in(language));
    }
    for (TypicalFeature typical : persona.typical()) {
      message
          .addTypicalFeaturesBuilder()
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
          .setMeanProbability(propensity.probability());
    }
    Value value = persona.value();
    value.meanExpectedSpend().ifPresent(message::setMeanExpectedSpend);
    value.expectedSpendShare().ifPresent(message::setExpectedSpendShare);
    value.meanPastSpend().ifPresent(message::setMeanPastSpend);
    return message.build();
  }
}
