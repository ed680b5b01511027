package io.kindred.training.policy;

import io.kindred.features.AttributeDefinition;
import java.util.Optional;

/// What becomes of one attribute.
public sealed interface AttributeDecision {
  AttributeDefinition attribute();

  /// Why, as a sentence; none where nothing speaks against the attribute.
  Optional<String> reason();

  /// An input of models.
  record Used(AttributeDefinition attribute, Optional<String> reason)
      implements AttributeDecision {}

  /// Kept in the data, where an audit finds it, and no input.
  record AuditOnly(AttributeDefinition attribute, SensitiveTopic topic, String why)
      implements AttributeDecision {
    @Override
    public Optional<String> reason() {
      return Optional.of(why);
    }
  }

  /// No training with it, unless somebody answers for it.
  record Refused(AttributeDefinition attribute, SensitiveTopic topic, String why)
      implements AttributeDecision {
    @Override
    public Optional<String> reason() {
      return Optional.of(why);
    }
  }
}
