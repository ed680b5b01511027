package io.kindred.models.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.kindred.models.BundleException;
import io.kindred.models.SampleBundle;
import io.kindred.models.bundle.v1.CommonFactors;
import io.kindred.models.bundle.v1.SegmentNode;
import io.kindred.models.segmentation.SegmentModel;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A segment model that Kindred did not write is refused, or answers; it never crashes.
class SegmentModelFormatTest {
  private static final SegmentModel MODEL = SampleBundle.contents().segmentModel();
  private static final int ROW_SIZE = SampleBundle.schema().size();

  @Test
  void whatWasWrittenIsRead() throws InvalidProtocolBufferException {
    assertThat(read(SegmentModelFormat.toMessage(MODEL).toByteArray())).isEqualTo(MODEL);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void damagedBytesAreRefusedOrAnswer(long seed) {
    Random random = new Random(seed);
    byte[] bytes = SegmentModelFormat.toMessage(MODEL).toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] = (byte) random.nextInt(256);
      if (random.nextBoolean()) {
        changed[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertRefusedOrAnswers(changed, random);
    }
  }

  /// Not every answer is sensible: that is for golden rows to find. What is no number here, from
  /// rules that leave rows out say, is an error that names it.
  private static void assertRefusedOrAnswers(byte[] bytes, Random random) {
    SegmentModel model;
    try {
      model = read(bytes);
      model.check(ROW_SIZE);
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      assertThat(e).message().isNotBlank();
      return;
    }
    float[] row = new float[ROW_SIZE];
    for (int feature = 0; feature < ROW_SIZE; feature++) {
      row[feature] = random.nextInt(3) == 0 ? Float.NaN : random.nextInt(5);
    }
    try {
      double[] posterior = model.outputs(row).posterior();
      assertThat(posterior).hasSize(model.segments());
      model.tree().compare(row, 0, posterior.length - 1);
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageStartingWith("the rules have no group for a row");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -5, 4, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void factorsThatTheirColumnsCannotHaveAreRefused(int factors) {
    assertRefused(
        model -> factors(model).setFactors(factors),
        "3 columns have %d common factors (expected 0 to as many)".formatted(factors));
    assertRefused(
        model ->
            factors(model)
                .clearColumns()
                .clearConstant()
                .clearLinear()
                .clearInformation()
                .setFactors(factors),
        "0 columns have %d common factors (expected 0 to as many)".formatted(factors));
  }

  @Test
  void listsOfAnotherLengthAreRefused() {
    assertRefused(
        model -> factors(model).addConstant(1),
        "a list of coefficients has 13 numbers (expected 4 rows x 3 columns)");
    assertRefused(
        model -> learned(model).getLearnedBuilder().clearLinear(),
        "a list of coefficients has 0 numbers (expected 2 rows x 4 columns)");
    assertRefused(
        model -> learned(model).getLearnedBuilder().clearColumns(),
        "a list of coefficients has 8 numbers (expected 2 rows x 0 columns)");
    assertRefused(
        model -> model.getForecastsBuilder(0).addBias(1),
        "a list of coefficients has 10 numbers (expected 3 rows x 3 columns)");
  }

  @Test
  void divisionsThatDoNotHoldTogetherAreRefused() {
    assertRefused(
        model -> model.getRootBuilder().clearDivision(),
        "1 segments and 3 macro-segments of segments (expected as many)");
    assertRefused(
        model -> learned(model).removeChildren(0),
        "a split into 2 groups has 1 children (expected as many)");
    assertRefused(
        model -> model.setMacroSegmentOf(2, 7),
        "macro-segments are numbered [0, 7] (expected from 0 without gaps)");
    assertRefused(
        model ->
            learned(model).getLearnedBuilder().getColumnsBuilder(0).setTransform("square root"),
        "'square root' is not a Transform (expected one of [identity, logarithm, is_positive,"
            + " logarithm_of_positive])");
    assertRefused(
        model -> learned(model).getLearnedBuilder().getColumnsBuilder(0).setFeature(10),
        "column order_count stands at 10 (expected below the row's size, 10)");
    assertRefused(
        model ->
            model
                .getRootBuilder()
                .getRuledBuilder()
                .getGroupsBuilder(0)
                .getRegionsBuilder(0)
                .getRangesBuilder(0)
                .setColumn(-1),
        "a range's column is -1 (expected >= 0)");
    assertRefused(
        model -> model.clearForecasts(), "there is no forecast of segments (expected at least 1)");
    assertRefused(
        model -> model.clearKnown(),
        "0 bands from 0 bounds on 0 features (expected a band more than bounds, and a feature)");
  }

  @Test
  void aTreeDeeperThanAnyIsRefused() {
    SegmentNode node = SegmentNode.getDefaultInstance();
    for (int depth = 0; depth < 200; depth++) {
      node = SegmentNode.newBuilder().addChildren(node).build();
    }
    byte[] bytes =
        io.kindred.models.bundle.v1.SegmentModel.newBuilder().setRoot(node).build().toByteArray();

    assertThatThrownBy(() -> read(bytes)).isInstanceOf(InvalidProtocolBufferException.class);
  }

  private static void assertRefused(
      Consumer<io.kindred.models.bundle.v1.SegmentModel.Builder> change, String message) {
    io.kindred.models.bundle.v1.SegmentModel.Builder builder =
        SegmentModelFormat.toMessage(MODEL).toBuilder();
    change.accept(builder);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentModelFormat.fromMessage(builder.build()))
        .withMessage(message);

    SortedMap<String, byte[]> files = BundleFormat.encode(SampleBundle.contents());
    files.put("segment-model.pb", builder.build().toByteArray());
    Map<String, byte[]> sealed = Seal.anew(files);
    assertThatThrownBy(() -> BundleFormat.decode(sealed))
        .isInstanceOf(BundleException.class)
        .hasMessage("the bundle cannot be read: %s (publish the bundle again)", message);
  }

  private static SegmentNode.Builder learned(
      io.kindred.models.bundle.v1.SegmentModel.Builder model) {
    return model.getRootBuilder().getChildrenBuilder(0);
  }

  private static CommonFactors.Builder factors(
      io.kindred.models.bundle.v1.SegmentModel.Builder model) {
    return learned(model).getLearnedBuilder().getFactorsBuilder(0);
  }

  private static SegmentModel read(byte[] bytes) throws InvalidProtocolBufferException {
    return SegmentModelFormat.fromMessage(
        io.kindred.models.bundle.v1.SegmentModel.parseFrom(bytes));
  }
}
