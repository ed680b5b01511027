package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.kindred.serving.testing.TinyServer;
import io.kindred.v1.ChannelShare;
import io.kindred.v1.FeatureSummary;
import io.kindred.v1.GetSegmentRequest;
import io.kindred.v1.ListSegmentsRequest;
import io.kindred.v1.ListSegmentsResponse;
import io.kindred.v1.Persona;
import io.kindred.v1.PersonaTrait;
import io.kindred.v1.Segment;
import io.kindred.v1.SegmentLevel;
import io.kindred.v1.SegmentServiceGrpc;
import io.kindred.v1.SegmentServiceGrpc.SegmentServiceBlockingStub;
import io.kindred.v1.SegmentView;
import io.kindred.v1.TargetRate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentServiceTest {
  private static final Persona OFTEN_PERSONA =
      Persona.newBuilder()
          .setSuggestedName("Often")
          .setSummary("They order often.")
          .addTraits(
              PersonaTrait.newBuilder()
                  .setFeature("order_count")
                  .setText("More than siblings.")
                  .setEffectSize(.75)
                  .setSegmentMean(5)
                  .setOverallMean(3.5)
                  .setSiblingEffectSize(1.5)
                  .setSiblingMean(2.5)
                  .setOverallText("More than all."))
          .addTypicalFeatures(
              FeatureSummary.newBuilder().setFeature("order_count").setMedian(4).setKnownShare(1))
          .addChannels(ChannelShare.newBuilder().setChannel("web").setShare(.75))
          .addPropensities(TargetRate.newBuilder().setTarget("purchase").setMeanProbability(.5))
          .setMeanExpectedSpend(100)
          .setExpectedSpendShare(.6)
          .setMeanPastSpend(250)
          .build();
  private static final Segment OFTEN =
      Segment.newBuilder()
          .setSegmentId("A1")
          .setName("Often")
          .setLevel(SegmentLevel.SEGMENT_LEVEL_MICRO)
          .setParentSegmentId("A")
          .setCustomerCount(30)
          .setCustomerShare(.3)
          .setStability(.9)
          .build();

  private static TinyServer server;
  private static SegmentServiceBlockingStub stub;

  @BeforeAll
  static void start() throws IOException {
    server = TinyServer.start();
    stub = SegmentServiceGrpc.newBlockingStub(server.channel());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aParentIsListedBeforeItsChildrenAndLargerBeforeSmaller() {
    ListSegmentsResponse response = stub.listSegments(ListSegmentsRequest.getDefaultInstance());

    assertThat(response.getBundleId()).isEqualTo(server.bundle().id().value());
    assertThat(response.getSegmentsList())
        .extracting(Segment::getSegmentId)
        .containsExactly("A", "A2", "A1", "B", "B1");
    assertThat(response.getSegments(0))
        .isEqualTo(
            Segment.newBuilder()
                .setSegmentId("A")
                .setName("Active")
                .setLevel(SegmentLevel.SEGMENT_LEVEL_MACRO)
                .setCustomerCount(70)
                .setCustomerShare(.7)
                .build());
    assertThat(response.getSegments(2)).isEqualTo(OFTEN);
    assertThat(response.getNextPageToken()).isEmpty();
  }

  @Test
  void theFullViewHasPersonas() {
    ListSegmentsRequest request =
        ListSegmentsRequest.newBuilder().setView(SegmentView.SEGMENT_VIEW_FULL).build();

    assertThat(stub.listSegments(request).getSegments(2))
        .isEqualTo(OFTEN.toBuilder().setPersona(OFTEN_PERSONA).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "sv-SE", "SV"})
  void namesAndTextsAreInTheLanguageAskedFor(String tag) {
    ListSegmentsRequest list =
        ListSegmentsRequest.newBuilder()
            .setView(SegmentView.SEGMENT_VIEW_FULL)
            .setLanguage(tag)
            .build();
    Segment often =
        stub.getSegment(GetSegmentRequest.newBuilder().setSegmentId("A1").setLanguage(tag).build())
            .getSegment();

    assertThat(stub.listSegments(list).getSegmentsList())
        .extracting(Segment::getName)
        .containsExactly("Aktiva", "Our favourites", "Ofta", "Borta", "Aldrig");
    assertThat(often).isEqualTo(stub.listSegments(list).getSegments(2));
    assertThat(often.getPersona().getSuggestedName()).isEqualTo("Ofta");
    assertThat(often.getPersona().getSummary()).isEqualTo("De handlar ofta.");
    assertThat(often.getPersona().getTraits(0).getText()).isEqualTo("Mer än syskonen.");
    assertThat(often.getPersona().getTraits(0).getOverallText()).isEqualTo("Mer än alla.");
  }

  @Test
  void aNameThatAPersonGaveStandsAboveTheSuggestedOne() {
    Segment given =
        stub.getSegment(GetSegmentRequest.newBuilder().setSegmentId("A2").build()).getSegment();

    assertThat(given.getName()).isEqualTo("Our favourites");
    assertThat(given.getPersona().getSuggestedName()).isEqualTo("Sometimes");
    assertThat(given.getStability()).isEqualTo(.4);
    assertThat(given.getUnstable()).isTrue();
  }

  @Test
  void whatWasNotMeasuredIsAbsent() {
    Segment never =
        stub.getSegment(GetSegmentRequest.newBuilder().setSegmentId("B1").build()).getSegment();

    assertThat(never.hasStability()).isFalse();
    assertThat(never.getUnstable()).isFalse();
    assertThat(never.getPersona().hasMeanExpectedSpend()).isFalse();
    assertThat(never.getPersona().hasExpectedSpendShare()).isFalse();
    assertThat(never.getPersona().hasMeanPastSpend()).isFalse();
  }

  @Test
  void pagesTogetherAreTheList() {
    List<String> ids = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String token = "";
    do {
      ListSegmentsResponse page =
          stub.listSegments(
              ListSegmentsRequest.newBuilder().setPageSize(2).setPageToken(token).build());
      page.getSegmentsList().forEach(segment -> ids.add(segment.getSegmentId()));
      sizes.add(page.getSegmentsCount());
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(ids).containsExactly("A", "A2", "A1", "B", "B1");
    assertThat(sizes).containsExactly(2, 2, 1);
  }

  @Test
  void aLargePageSizeCountsAsTheLargest() {
    assertThat(
            stub.listSegments(ListSegmentsRequest.newBuilder().setPageSize(5_000).build())
                .getSegmentsCount())
        .isEqualTo(5);
  }

  @Test
  void badListsAreRefused() {
    ListSegmentsRequest request =
        ListSegmentsRequest.newBuilder()
            .setPageSize(-1)
            .setPageToken("!!")
            .setLanguage("de")
            .setViewValue(5)
            .build();

    assertThat(Refused.of(() -> stub.listSegments(request)).violations())
        .containsExactly(
            "language is 'de' (expected one of Bundle.languages: en, sv)",
            "view is 5 (expected SEGMENT_VIEW_BASIC or SEGMENT_VIEW_FULL)",
            "page_size is -1 (expected 0 to 1000)",
            "page_token is no page token (expected next_page_token of the page before)");
  }

  @Test
  void aTokenOfAnotherViewOrBundleIsRefused() {
    String ofFullView =
        new PageToken(server.bundle().id().value(), SegmentView.SEGMENT_VIEW_FULL_VALUE, 2).text();
    String ofOtherBundle =
        new PageToken("0".repeat(64), SegmentView.SEGMENT_VIEW_BASIC_VALUE, 2).text();

    assertThat(Refused.of(() -> listFrom(ofFullView)).violations())
        .containsExactly(
            "page_token is of a list in another view (expected the view of the page before)");
    assertThat(Refused.of(() -> listFrom(ofOtherBundle)))
        .isEqualTo(
            new Refused(
                Status.Code.NOT_FOUND,
                "bundle %s of the page before is not held by this server any more (expected %s; list again from the first page)"
                    .formatted("0".repeat(64), server.bundle().id()),
                List.of()));
  }

  @Test
  void aSegmentIsAnsweredWithItsPersona() {
    var response = stub.getSegment(GetSegmentRequest.newBuilder().setSegmentId("A1").build());

    assertThat(response.getBundleId()).isEqualTo(server.bundle().id().value());
    assertThat(response.getSegment())
        .isEqualTo(OFTEN.toBuilder().setPersona(OFTEN_PERSONA).build());
  }

  @Test
  void anUnknownSegmentIsNotFound() {
    assertThat(segment("C1"))
        .isEqualTo(
            new Refused(
                Status.Code.NOT_FOUND,
                "segment 'C1' is not in bundle %s (expected an id that ListSegments answers)"
                    .formatted(server.bundle().id()),
                List.of()));
    assertThat(segment("").violations())
        .containsExactly("segment_id is empty (expected an id that ListSegments answers)");
  }

  private static Refused segment(String id) {
    return Refused.of(
        () -> stub.getSegment(GetSegmentRequest.newBuilder().setSegmentId(id).build()));
  }

  private static ListSegmentsResponse listFrom(String token) {
    return stub.listSegments(ListSegmentsRequest.newBuilder().setPageToken(token).build());
  }
}
