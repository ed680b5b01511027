package io.kindred.training;

import io.kindred.features.DeclaredFeature;
import io.kindred.features.NearestName;
import io.kindred.features.WordFamily;
import java.util.Arrays;
import java.util.Collection;
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
    return leaveOut.stream().anyMatch(name -> means(name, feature));
  }

  /// Refuses what leaves out nothing, or what must stay.
  ///
  /// @param needed features without which there is no lifetime value
  void checkLeftOut(List<String> known, List<String> needed) {
    for (String name : leaveOut) {
      boolean isFamily =
          Arrays.stream(WordFamily.values())
              .anyMatch(family -> name.equals(family.beginning() + "*"));
      if (!isFamily && known.stream().noneMatch(feature -> means(name, feature))) {
        throw new IllegalArgumentException(
            "features.leaveOut names %s, which is no feature of these data (did you mean %s?)"
                .formatted(name, NearestName.to(name, known).orElse("order_count")));
      }
      if (needed.contains(name)) {
        throw new IllegalArgumentException(
            "features.leaveOut names %s, which lifetime value is computed from (expected none of %s)"
                .formatted(name, String.join(", ", needed)));
      }
    }
  }

  /// Refuses to leave out what rules for macro-segments read.
  void checkRules(Collection<String> read) {
    read.stream()
        .filter(this::leavesOut)
        .findFirst()
        .ifPresent(feature -> {
          throw new IllegalArgumentException(
              "features.leaveOut leaves out %s, which a rule for macro-segments reads (expected one or the other)"
                  .formatted(feature));
        });
  }

  private static boolean means(String name, String feature) {
    return name.endsWith("*")
        ? feature.startsWith(name.substring(0, name.length() - 1))
        : feature.equals(name);
  }
}
