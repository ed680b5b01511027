package io.kindred.models.format;

import static io.kindred.models.format.HistoryFormat.constant;
import static io.kindred.models.format.HistoryFormat.word;

import io.kindred.models.segmentation.ColumnRange;
import io.kindred.models.segmentation.CommonFactors;
import io.kindred.models.segmentation.FactorAlgebra;
import io.kindred.models.segmentation.Familiarity;
import io.kindred.models.segmentation.KnownBands;
import io.kindred.models.segmentation.LearnedSplit;
import io.kindred.models.segmentation.Region;
import io.kindred.models.segmentation.RuleSplit;
import io.kindred.models.segmentation.SegmentColumn;
import io.kindred.models.segmentation.SegmentForecast;
import io.kindred.models.segmentation.SegmentModel;
import io.kindred.models.segmentation.SegmentNode;
import io.kindred.models.segmentation.SegmentNode.Leaf;
import io.kindred.models.segmentation.SegmentNode.Learned;
import io.kindred.models.segmentation.SegmentNode.Ruled;
import io.kindred.models.segmentation.SegmentTree;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// A segmentation as numbers, to and from its message.
final class SegmentModelFormat {
  private SegmentModelFormat() {}

  static io.kindred.models.bundle.v1.SegmentModel toMessage(SegmentModel model) {
    var message =
        io.kindred.models.bundle.v1.SegmentModel.newBuilder()
            .setRoot(toMessage(model.tree().root()));
    Arrays.stream(model.tree().macroSegmentOf()).forEach(message::addMacroSegmentOf);
    KnownBands known = model.known();
    var knownMessage = message.getKnownBuilder().setShare(known.share());
    Arrays.stream(known.features()).forEach(knownMessage::addFeatures);
    Arrays.stream(known.from()).forEach(knownMessage::addFrom);
    knownMessage.addAllNames(known.names());
    for (SegmentForecast forecast : model.forecasts()) {
      var forecastMessage = message.addForecastsBuilder().setDays(forecast.days());
      Arrays.stream(forecast.sharpness()).forEach(forecastMessage::addSharpness);
      addAll(forecast.weight(), forecastMessage::addWeight);
      addAll(forecast.bias(), forecastMessage::addBias);
    }
    return message.build();
  }

  private static io.kindred.models.bundle.v1.SegmentNode toMessage(SegmentNode node) {
    var message = io.kindred.models.bundle.v1.SegmentNode.newBuilder();
    switch (node) {
      case Leaf _ -> {}
      case Learned learned -> {
        message.setLearned(toMessage(learned.split()));
        learned.children().forEach(child -> message.addChildren(toMessage(child)));
      }
      case Ruled ruled -> {
        message.setRuled(toMessage(ruled.split()));
        ruled.children().forEach(child -> message.addChildren(toMessage(child)));
      }
    }
    return message.build();
  }

  private static io.kindred.models.bundle.v1.RuleSplit toMessage(RuleSplit split) {
    var message = io.kindred.models.bundle.v1.RuleSplit.newBuilder();
    for (int g = 0; g < split.groups().size(); g++) {
      var group = message.addGroupsBuilder().setShare(split.shares()[g]);
      for (Region region : split.groups().get(g)) {
        var regionMessage = group.addRegionsBuilder();
        for (ColumnRange range : region.ranges()) {
          regionMessage
              .addRangesBuilder()
              .setColumn(range.column())
              .setFrom(range.from())
              .setBelow(range.below());
        }
      }
    }
    return message.build();
  }

  private static RuleSplit fromMessage(io.kindred.models.bundle.v1.RuleSplit message) {
    return new RuleSplit(
        message.getGroupsList().stream()
            .map(group -> group.getRegionsList().stream().map(SegmentModelFormat::region).toList())
            .toList(),
        message.getGroupsList().stream().mapToDouble(group -> group.getShare()).toArray());
  }

  private static Region region(io.kindred.models.bundle.v1.Region message) {
    return new Region(
        message.getRangesList().stream()
            .map(range -> new ColumnRange(range.getColumn(), range.getFrom(), range.getBelow()))
            .toList());
  }

  private static io.kindred.models.bundle.v1.LearnedSplit toMessage(LearnedSplit split) {
    var message = io.kindred.models.bundle.v1.LearnedSplit.newBuilder().setRowSize(split.rowSize());
    for (SegmentColumn column : split.columns()) {
      message
          .addColumnsBuilder()
          .setFeature(column.feature())
          .setName(column.name())
          .setTransform(word(column.transform()))
          .setCentre(column.centre())
          .setScale(column.scale())
          .setLow(column.low())
          .setHigh(column.high());
    }
    Arrays.stream(split.logWeights()).forEach(message::addLogWeights);
    addAll(split.constant(), message::addConstant);
    addAll(split.linear(), message::addLinear);
    addAll(split.quadratic(), message::addQuadratic);
    for (CommonFactors block : split.factors()) {
      var blockMessage =
          message.addFactorsBuilder().setWeight(block.weight()).setFactors(block.factors());
      Arrays.stream(block.columns()).forEach(blockMessage::addColumns);
      Arrays.stream(block.constant()).forEach(rows -> addAll(rows, blockMessage::addConstant));
      Arrays.stream(block.linear()).forEach(rows -> addAll(rows, blockMessage::addLinear));
      Arrays.stream(block.information())
          .forEach(rows -> addAll(rows, blockMessage::addInformation));
    }
    Arrays.stream(split.familiarity().expected()).forEach(message::addExpected);
    Arrays.stream(split.familiarity().variance()).forEach(message::addVariance);
    return message.build();
  }

  static SegmentModel fromMessage(io.kindred.models.bundle.v1.SegmentModel message) {
    SegmentTree tree =
        new SegmentTree(fromMessage(message.getRoot()), integers(message.getMacroSegmentOfList()));
    var known = message.getKnown();
    return new SegmentModel(
        tree,
        new KnownBands(
            integers(known.getFeaturesList()),
            known.getShare(),
            numbers(known.getFromList()),
            known.getNamesList()),
        message.getForecastsList().stream()
            .map(forecast ->
                new SegmentForecast(
                    forecast.getDays(),
                    numbers(forecast.getSharpnessList()),
                    rows(forecast.getWeightList(), tree.segments()),
                    rows(forecast.getBiasList(), tree.segments())))
            .toList());
  }

  private static SegmentNode fromMessage(io.kindred.models.bundle.v1.SegmentNode message) {
    return switch (message.getDivisionCase()) {
      case DIVISION_NOT_SET -> new Leaf();
      case LEARNED -> new Learned(fromMessage(message.getLearned()), children(message));
      case RULED -> new Ruled(fromMessage(message.getRuled()), children(message));
    };
  }

  private static List<SegmentNode> children(io.kindred.models.bundle.v1.SegmentNode message) {
    return message.getChildrenList().stream().map(SegmentModelFormat::fromMessage).toList();
  }

  private static LearnedSplit fromMessage(io.kindred.models.bundle.v1.LearnedSplit message) {
    int groups = message.getLogWeightsCount();
    int columns = message.getColumnsCount();
    return new LearnedSplit(
        message.getRowSize(),
        message.getColumnsList().stream()
            .map(column ->
                new SegmentColumn(
                    column.getFeature(),
                    column.getName(),
                    constant(SegmentColumn.Transform.class, column.getTransform()),
                    column.getCentre(),
                    column.getScale(),
                    column.getLow(),
                    column.getHigh()))
            .toList(),
        numbers(message.getLogWeightsList()),
        rows(message.getConstantList(), groups, columns),
        rows(message.getLinearList(), groups, columns),
        rows(message.getQuadraticList(), groups, columns),
        message.getFactorsList().stream().map(block -> fromMessage(block, groups)).toList(),
        new Familiarity(numbers(message.getExpectedList()), numbers(message.getVarianceList())));
  }

  private static CommonFactors fromMessage(
      io.kindred.models.bundle.v1.CommonFactors message, int groups) {
    int columns = message.getColumnsCount();
    int factors = message.getFactors();
    if (factors < 0 || factors > columns) {
      throw new IllegalArgumentException(
          "%d columns have %d common factors (expected 0 to as many)".formatted(columns, factors));
    }
    return new CommonFactors(
        integers(message.getColumnsList()),
        message.getWeight(),
        blocks(message.getConstantList(), groups, factors, columns),
        blocks(message.getLinearList(), groups, factors, columns),
        blocks(message.getInformationList(), groups, FactorAlgebra.pairs(factors), columns));
  }

  private static void addAll(double[][] rows, Consumer<Double> into) {
    for (double[] row : rows) {
      for (double number : row) {
        into.accept(number);
      }
    }
  }

  private static double[][][] blocks(List<Double> list, int groups, int rows, int columns) {
    check(list, (long) groups * rows, columns);
    double[][][] blocks = new double[groups][][];
    for (int group = 0; group < groups; group++) {
      blocks[group] =
          rows(list.subList(group * rows * columns, (group + 1) * rows * columns), rows, columns);
    }
    return blocks;
  }

  private static double[][] rows(List<Double> list, int columns) {
    return rows(list, list.size() / Math.max(1, columns), columns);
  }

  private static double[][] rows(List<Double> list, int rows, int columns) {
    check(list, rows, columns);
    double[][] split = new double[rows][];
    for (int row = 0; row < rows; row++) {
      split[row] = numbers(list.subList(row * columns, (row + 1) * columns));
    }
    return split;
  }

  private static void check(List<Double> list, long rows, int columns) {
    if (columns == 0
        ? !list.isEmpty()
        : list.size() % columns != 0 || list.size() / columns != rows) {
      throw new IllegalArgumentException(
          "a list of coefficients has %d numbers (expected %d rows x %d columns)"
              .formatted(list.size(), rows, columns));
    }
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int[] integers(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
