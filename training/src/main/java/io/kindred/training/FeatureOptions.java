package io.kindred.training;

import io.kindred.features.DeclaredFeature;
import java.util.List;

/// Which features beside the built-in ones, and which not.
///
/// @param declared features that the training file declares
/// @param leaveOut names of features, or beginnings of names followed by `*`
public record FeatureOptions(List<DeclaredFeature> declared, List<String> leaveOut) {
  public static final FeatureOptions DEFAULT = new FeatureOptions(List.of(), List.of());

  public FeatureOptions {
    declared = List.copyOf(declared);
    leaveOut = List.copyOf(leaveOut);
  }

  boolean leavesOut(String feature) {
    return leaveOut.stream()
        .anyMatch(name ->
            name.endsWith("*")
                ? feature.startsWith(name.substring(0, name.length() - 1))
                : feature.equals(name));
  }
}
