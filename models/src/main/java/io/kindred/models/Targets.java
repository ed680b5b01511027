package io.kindred.models;

import java.util.List;

/// What a model predicts, in the order of its outputs.
public record Targets(List<PropensityTarget> propensities, LifetimeValueTarget lifetimeValue) {
  public Targets {
    propensities = List.copyOf(propensities);
  }
}
