package io.kindred.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kindred.datasets.Dataset;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleException;
import io.kindred.models.Movement;
import io.kindred.models.Segment;
import io.kindred.models.format.BundleFormat;
import io.kindred.training.lineage.ModelBefore;
import io.kindred.training.segmentation.SegmentationOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Training that continues the small shop's bundle.
class ContinuedTrainingTest {
  @Test
  void theSameTrainingAgainIsTheSameBundle() throws BundleException {
    Bundle first = bundle(SmallShop.TRAINED);

    assertThat(continued(first, SmallShop.options()).id()).isEqualTo(first.id());
  }

  @Test
  void namesThatPeopleGaveAreKeptAndTheSameTrainingIsStillTheSameBundle() throws BundleException {
    String id = SmallShop.TRAINED.segments().segments().getFirst().id();
    Bundle named =
        bundle(
            SmallShop.TRAINED.withSegments(
                SmallShop.TRAINED.segments().withGivenNames(Map.of(id, "Our best"))));

    assertThat(continued(named, SmallShop.options()).id()).isEqualTo(named.id());
  }

  @Test
  void threeMonthsLaterSegmentsKeepTheirIdsAndWhoMovedIsTold() throws BundleException {
    String given = SmallShop.TRAINED.segments().segments().getLast().id();
    Bundle first =
        bundle(
            SmallShop.TRAINED.withSegments(
                SmallShop.TRAINED.segments().withGivenNames(Map.of(given, "Our best"))));
    TrainingOptions later = SmallShop.options(Optional.of(SmallShop.LAST_DAY), 60);

    Bundle second = continued(first, later);

    BundleContents contents = second.contents();
    assertThat(contents.lineage().previous()).contains(first.id());
    assertThat(continued(first, later).id()).isEqualTo(second.id());
    Set<String> told = new HashSet<>();
    contents.lineage().events().forEach(event -> told.addAll(event.from()));
    assertThat(told).containsAll(ids(first.contents()));
    for (Segment segment : contents.segments().segments()) {
      boolean isOld = ids(first.contents()).contains(segment.id());
      assertThat(Integer.parseInt(segment.id().substring(1)))
          .isLessThan(
              isOld ? first.contents().lineage().nextSegment() : contents.lineage().nextSegment());
      assertThat(segment.name().given())
          .isEqualTo(segment.id().equals(given) ? Optional.of("Our best") : Optional.empty());
    }
    Movement movement = contents.lineage().movement().orElseThrow();
    assertThat(movement.from()).isEqualTo(first.contents().asOf());
    assertThat(movement.to()).isEqualTo(contents.asOf());
    int arrived = movement.arrived().stream().mapToInt(Movement.Group::customers).sum();
    assertThat(movement.customers()).isEqualTo(customers(first.contents()));
    assertThat(movement.customers() + arrived).isEqualTo(customers(contents));
    // The same that two published bundles say beside each other.
    try (ModelBefore one = ModelBefore.open(first);
        ModelBefore other = ModelBefore.open(second)) {
      assertThat(one.movementTo(other, SmallShop.DATASET.customers())).isEqualTo(movement);
    }
  }

  /// Another seed may find a segment more among six hundred customers; those that were there stay.
  @Test
  void anotherSeedAndOrderOfCustomersKeepTheIds() throws BundleException {
    Bundle first = bundle(SmallShop.TRAINED);
    BundleContents second =
        continued(first, SmallShop.with(SmallShop::shuffled), options(3, 77)).contents();

    assertThat(second.lineage().previous()).contains(first.id());
    assertThat(ids(second)).containsAll(ids(first.contents()));
  }

  @Test
  void idsOfSegmentsThatAreNoMoreAreNotUsedAgain() throws BundleException {
    Bundle first = bundle(SmallShop.TRAINED);
    // One segment only, then several again.
    Bundle one = continued(first, options(1, 1));
    Bundle several = continued(one, options(3, 1));

    List<String> everBefore = new ArrayList<>(ids(first.contents()));
    everBefore.addAll(ids(one.contents()));
    assertThat(ids(one.contents())).hasSize(1);
    assertThat(ids(several.contents()).size()).isGreaterThan(1);
    for (String id : ids(several.contents())) {
      assertThat(!everBefore.contains(id) || ids(one.contents()).contains(id)).as(id).isTrue();
    }
  }

  @Test
  void amountsInAnotherCurrencyAreNotCompared() throws BundleException {
    Dataset data = SmallShop.DATASET;
    Dataset dollars =
        new Dataset(
            data.name(), data.zone(), "USD", data.attributes(), data.customers(), data.summary());
    Bundle first = bundle(SmallShop.TRAINED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> continued(first, dollars, SmallShop.options()))
        .withMessage(
            "%s knows amounts in %s, not in USD (expected the same; convert the amounts, or start anew with --fresh)"
                .formatted(first, data.currency()));
  }

  private static TrainingOptions options(int most, long seed) {
    TrainingOptions options = SmallShop.options();
    return new TrainingOptions(
        options.name(),
        options.asOf(),
        options.horizonDays(),
        options.coverage(),
        options.leastConfidence(),
        options.leastMacroConfidence(),
        options.staleAfterDays(),
        new SegmentationOptions(most, .05, 1, seed),
        options.features(),
        seed,
        options.policy(),
        options.macro(),
        options.givenNames());
  }

  private static List<String> ids(BundleContents contents) {
    return contents.segments().segments().stream().map(Segment::id).toList();
  }

  private static int customers(BundleContents contents) {
    return contents.segments().segments().stream().mapToInt(Segment::customers).sum();
  }

  private static Bundle continued(Bundle before, TrainingOptions options) throws BundleException {
    return continued(before, SmallShop.DATASET, options);
  }

  private static Bundle continued(Bundle before, Dataset dataset, TrainingOptions options)
      throws BundleException {
    try (ModelBefore model = ModelBefore.open(before)) {
      return bundle(Training.run(dataset, options, Optional.of(model), _ -> {}));
    }
  }

  private static Bundle bundle(BundleContents contents) throws BundleException {
    return BundleFormat.decode(BundleFormat.encode(contents));
  }
}
