package io.kindred.training.macro;

import io.kindred.features.FeatureNames;
import io.kindred.features.FeatureSchema;
import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.Region;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// That every customer is at one stage of the journey: who is at none of them is nobody.
///
/// Rules that name every stage leave nobody over, which the columns by themselves do not say.
///
/// @param columns the columns of all stages, the customer's and the account's, where the schema has
///   all of them
record JourneyStages(List<Set<Integer>> columns) {

  static JourneyStages of(FeatureSchema schema) {
    List<String> names = schema.names();
    return new JourneyStages(
        Stream.of("", FeatureNames.ACCOUNT)
            .map(account ->
                FeatureNames.journeyStages().stream()
                    .map(stage -> names.indexOf(account + stage))
                    .collect(Collectors.toUnmodifiableSet()))
            .filter(stages -> !stages.contains(-1))
            .toList());
  }

  /// Whether a region is where nobody is.
  boolean exclude(Region region) {
    Set<Integer> no = new HashSet<>();
    for (ColumnRange range : region.ranges()) {
      if (range.excludes(1)) {
        no.add(range.column());
      }
    }
    return columns.stream().anyMatch(no::containsAll);
  }

  /// Whether nobody is in any of some regions.
  boolean exclude(Regions regions) {
    return regions.all().stream().allMatch(this::exclude);
  }
}
