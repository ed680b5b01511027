package io.kindred.training.segmentation;

import io.kindred.features.FeatureTable;
import io.kindred.models.Persona;
import io.kindred.models.segmentation.Region;
import io.kindred.models.segmentation.RuleSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentNode;
import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import io.kindred.models.segmentation.SegmentTree;
import io.kindred.training.macro.ResolvedMacroRules;
import io.kindred.training.panel.CustomerSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The segments of a data set: macro-segments by rules with micro-segments learned inside each, or
/// both learned together.
///
/// @param trees the tree, and the tree without each part of the customers
/// @param parts what was learned inside each macro-segment of the rules; none where too few
///   customers are there. Without rules, one: of all customers
/// @param stability how well each segment is found again in refits, 0 to 1; empty for a
///   macro-segment of rules in which none were learned
public record SegmentFit(
    CrossFit<SegmentTree> trees,
    List<Optional<Segmentation>> parts,
    List<OptionalDouble> stability) {
  public SegmentFit {
    stability = List.copyOf(stability);
    parts = List.copyOf(parts);
  }

  /// Learned without rules.
  public static SegmentFit of(
      FeatureTable table, SegmentsBefore before, SegmentationOptions options) {
    Segmentation segmentation = Mixtures.fit(table, before, options);
    List<Optional<Segmentation>> parts = List.of(Optional.of(segmentation));
    return new SegmentFit(segmentation.trees(), parts, stability(parts));
  }

  /// Learned inside the macro-segments of rules. A customer of whom too little is known to tell the
  /// macro-segment takes no part.
  public static SegmentFit of(
      FeatureTable table,
      ResolvedMacroRules rules,
      SegmentsBefore before,
      SegmentationOptions options) {
    List<Optional<Segmentation>> parts = new ArrayList<>();
    double[] shares = new double[rules.size()];
    for (int macro = 0; macro < rules.size(); macro++) {
      int[] rows = rowsIn(table, rules, macro);
      // One more in each, so that none is impossible.
      shares[macro] = (rows.length + 1.0) / (table.size() + rules.size());
      parts.add(learned(table.select(rows), before.select(rows), options));
    }
    RuleSplit split = rules.split(normalised(shares));
    int[] macroSegmentOf =
        IntStream.range(0, rules.size())
            .flatMap(macro ->
                IntStream.generate(() -> macro)
                    .limit(parts.get(macro).map(Segmentation::segments).orElse(1)))
            .toArray();
    CustomerSplit customers = new CustomerSplit(CrossFit.PARTS, options.seed());
    return new SegmentFit(
        new CrossFit<>(
            tree(split, parts, macroSegmentOf, Optional.empty()),
            customers,
            IntStream.range(0, CrossFit.PARTS)
                .mapToObj(part -> tree(split, parts, macroSegmentOf, Optional.of(part)))
                .toList()),
        parts,
        stability(parts));
  }

  private static int[] rowsIn(FeatureTable table, ResolvedMacroRules rules, int macro) {
    return IntStream.range(0, table.size())
        .filter(row -> {
          var certain = rules.certain(table.row(row));
          return certain.isPresent() && certain.getAsInt() == macro;
        })
        .toArray();
  }

  /// Nothing where there are too few customers for two segments, or nothing varies among them.
  private static Optional<Segmentation> learned(
      FeatureTable table, SegmentsBefore before, SegmentationOptions options) {
    return table.size() < 2 * Persona.FEWEST_CUSTOMERS || !Mixtures.vary(table, options)
        ? Optional.empty()
        : Optional.of(Mixtures.fit(table, before, options));
  }

  private static double[] normalised(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  private static SegmentTree tree(
      RuleSplit split,
      List<Optional<Segmentation>> parts,
      int[] macroSegmentOf,
      Optional<Integer> without) {
    List<SegmentNode> children = new ArrayList<>();
    for (Optional<Segmentation> part : parts) {
      children.add(
          part.isEmpty()
              ? new Leaf()
              : Learned.ofLeaves(
                  without.isEmpty()
                      ? part.get().split()
                      : part.get().crossFit().parts().get(without.get())));
    }
    return new SegmentTree(new Ruled(split, children), macroSegmentOf);
  }

  private static List<OptionalDouble> stability(List<Optional<Segmentation>> parts) {
    return parts.stream()
        .flatMap(part ->
            part.isEmpty()
                ? Stream.of(OptionalDouble.empty())
                : Arrays.stream(part.get().stability()).mapToObj(OptionalDouble::of))
        .toList();
  }

  /// The macro-segment with the most customers in which segments were learned.
  public Optional<Integer> largestPart() {
    return IntStream.range(0, parts.size())
        .boxed()
        .filter(part -> parts.get(part).isPresent())
        .max(Comparator.comparingInt(part -> parts.get(part).orElseThrow().customers()));
  }

  /// Whether a segment is found again too seldom to plan with.
  public static boolean isUnstable(OptionalDouble stability) {
    return stability.isPresent() && stability.getAsDouble() < SegmentStability.LEAST;
  }

  /// The features that any division looks at, each once, ascending.
  public int[] features() {
    return features(trees.whole().root()).distinct().sorted().toArray();
  }

  private static IntStream features(SegmentNode node) {
    return switch (node) {
      case Leaf _ -> IntStream.empty();
      case Learned learned ->
          IntStream.concat(
              learned.split().columns().stream().mapToInt(SegmentColumn::feature),
              learned.children().stream().flatMapToInt(SegmentFit::features));
      case Ruled ruled ->
          IntStream.concat(
              ruled.split().groups().stream()
                  .flatMap(List::stream)
                  .map(Region::ranges)
                  .flatMap(List::stream)
                  .mapToInt(range -> range.column()),
              ruled.children().stream().flatMapToInt(SegmentFit::features));
    };
  }
}
