package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.kindred.models.Bundle;
import io.kindred.models.BundleContents;
import io.kindred.models.BundleId;
import io.kindred.models.Lineage;
import io.kindred.models.LineageEvent.Kind;
import io.kindred.models.registry.Registry;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.BundleServiceGrpc;
import io.kindred.v1.GetBundleRequest;
import io.kindred.v1.GetLineageRequest;
import io.kindred.v1.GetLineageResponse;
import io.kindred.v1.LineageEvent;
import io.kindred.v1.LineageKind;
import io.kindred.v1.ListSegmentsRequest;
import io.kindred.v1.SegmentServiceGrpc;
import io.kindred.v1.SegmentServiceGrpc.SegmentServiceBlockingStub;
import io.kindred.v1.SegmentView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three bundles, each of which continues the one before; the last but one was renamed and the name
/// given was carried on.
class LineageServiceTest {
  @TempDir private Path folder;
  private Registry registry;
  private Bundle first;
  private Bundle second;
  private Bundle renamed;
  private TinyServer server;
  private SegmentServiceBlockingStub stub;

  @BeforeEach
  void start() throws IOException {
    registry = new Registry(folder);
    first = registry.publish(TinyShop.contents());
    second =
        registry.publish(
            continuing(
                first.id(),
                event(Kind.SPLIT, List.of("A1"), List.of("A1", "A2")),
                event(Kind.RETIRED, List.of("C1"), List.of()),
                event(Kind.CONTINUED, List.of("B1"), List.of("B1")),
                event(Kind.CONTINUED, List.of("A"), List.of("A")),
                event(Kind.CONTINUED, List.of("B"), List.of("B"))));
    renamed = registry.publish(named(second.contents()));
    server =
        TinyServer.start(
            named(
                continuing(
                    renamed.id(),
                    event(Kind.MERGED, List.of("A1", "A3"), List.of("A1")),
                    event(Kind.CONTINUED, List.of("A2"), List.of("A2")),
                    event(Kind.CONTINUED, List.of("B1"), List.of("B1")),
                    event(Kind.CONTINUED, List.of("A"), List.of("A")),
                    event(Kind.CONTINUED, List.of("B"), List.of("B")))),
            registry);
    stub = SegmentServiceGrpc.newBlockingStub(server.channel());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void allEventsAreInOrderOfTime() {
    List<LineageEvent> events = lineage(GetLineageRequest.getDefaultInstance()).getEventsList();

    assertThat(events).hasSize(15);
    assertThat(events.subList(0, 5))
        .allSatisfy(event -> {
          assertThat(event.getKind()).isEqualTo(LineageKind.LINEAGE_KIND_BORN);
          assertThat(event.getFromBundleId()).isEmpty();
          assertThat(event.getToBundleId()).isEqualTo(first.id().value());
        });
    assertThat(events.get(5))
        .isEqualTo(
            LineageEvent.newBuilder()
                .setKind(LineageKind.LINEAGE_KIND_SPLIT)
                .setFromBundleId(first.id().value())
                .setToBundleId(renamed.id().value())
                .setTime(Timestamp.newBuilder().setSeconds(TinyShop.AS_OF.getEpochSecond()).build())
                .addFromSegmentIds("A1")
                .addToSegmentIds("A1")
                .addToSegmentIds("A2")
                .setOverlap(.75)
                .build());
    assertThat(events.get(10).getKind()).isEqualTo(LineageKind.LINEAGE_KIND_MERGED);
    assertThat(events.get(10).getToBundleId()).isEqualTo(server.bundle().id().value());
  }

  @Test
  void aSegmentsEventsAreThoseThatItTookPartIn() {
    assertThat(kinds(GetLineageRequest.newBuilder().setSegmentId("A2")))
        .containsExactly(
            LineageKind.LINEAGE_KIND_BORN,
            LineageKind.LINEAGE_KIND_SPLIT,
            LineageKind.LINEAGE_KIND_CONTINUED);
    assertThat(kinds(GetLineageRequest.newBuilder().setSegmentId("C1")))
        .containsExactly(LineageKind.LINEAGE_KIND_RETIRED);
  }

  @Test
  void eventsAreAfterOneBundleAndUpToAnother() {
    assertThat(kinds(GetLineageRequest.newBuilder().setFromBundleId(renamed.id().value())))
        .startsWith(LineageKind.LINEAGE_KIND_MERGED)
        .hasSize(5);
    // Scores of before the naming bear the id of the bundle that was named.
    assertThat(kinds(GetLineageRequest.newBuilder().setFromBundleId(second.id().value())))
        .startsWith(LineageKind.LINEAGE_KIND_MERGED)
        .hasSize(5);
    assertThat(kinds(GetLineageRequest.newBuilder().setToBundleId(first.id().value()))).hasSize(5);
    assertThat(
            kinds(
                GetLineageRequest.newBuilder()
                    .setFromBundleId(first.id().value())
                    .setToBundleId(second.id().value())))
        .startsWith(LineageKind.LINEAGE_KIND_SPLIT)
        .hasSize(5);
    assertThat(kinds(GetLineageRequest.newBuilder().setFromBundleId(server.bundle().id().value())))
        .isEmpty();
  }

  @Test
  void pagesTogetherAreTheList() {
    List<LineageEvent> events = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String token = "";
    do {
      GetLineageResponse page =
          lineage(GetLineageRequest.newBuilder().setPageSize(6).setPageToken(token).build());
      events.addAll(page.getEventsList());
      sizes.add(page.getEventsCount());
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(events).isEqualTo(lineage(GetLineageRequest.getDefaultInstance()).getEventsList());
    assertThat(sizes).containsExactly(6, 6, 3);
  }

  @Test
  void aTokenOfAnotherListIsRefused() {
    String token =
        lineage(GetLineageRequest.newBuilder().setPageSize(1).build()).getNextPageToken();
    String ofSegments =
        stub.listSegments(ListSegmentsRequest.newBuilder().setPageSize(1).build())
            .getNextPageToken();

    for (GetLineageRequest request :
        List.of(
            GetLineageRequest.newBuilder().setPageToken(token).setSegmentId("A1").build(),
            GetLineageRequest.newBuilder().setPageToken(ofSegments).build())) {
      assertThat(refused(request).violations())
          .containsExactly(
              "page_token is of another list (expected the request of the page before)");
    }
    assertThat(
            Refused.of(() ->
                    stub.listSegments(ListSegmentsRequest.newBuilder().setPageToken(token).build()))
                .violations())
        .containsExactly(
            "page_token is of a list in another view (expected the view of the page before)");
  }

  @Test
  void badRequestsAreRefused() {
    assertThat(
            refused(
                    GetLineageRequest.newBuilder()
                        .setFromBundleId("2a09")
                        .setToBundleId("X")
                        .setPageSize(-1)
                        .setPageToken("!!")
                        .build())
                .violations())
        .containsExactly(
            "from_bundle_id is '2a09' (expected 64 hexadecimal digits, as in Score.bundle_id)",
            "to_bundle_id is 'X' (expected 64 hexadecimal digits, as in Score.bundle_id)",
            "page_size is -1 (expected 0 to 1000)",
            "page_token is no page token (expected next_page_token of the page before)");
    assertThat(refused(GetLineageRequest.newBuilder().setModel("other").build()))
        .isEqualTo(
            new Refused(
                Status.Code.NOT_FOUND,
                "model 'other' is not served here (expected 'tiny-shop', or none for the same)",
                List.of()));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String nowhere = "0".repeat(64);
    String last = server.bundle().id().value();

    assertThat(refused(GetLineageRequest.newBuilder().setSegmentId("A9").build()))
        .isEqualTo(
            new Refused(
                Status.Code.NOT_FOUND,
                "segment 'A9' was in no bundle up to %s (did you mean 'A'?)".formatted(last),
                List.of()));
    assertThat(refused(GetLineageRequest.newBuilder().setToBundleId(nowhere).build()))
        .isEqualTo(
            new Refused(
                Status.Code.NOT_FOUND,
                "bundle %s is not in the registry (expected the id of a published bundle, or none for the one in use)"
                    .formatted(nowhere),
                List.of()));
    assertThat(refused(GetLineageRequest.newBuilder().setFromBundleId(nowhere).build()))
        .isEqualTo(
            new Refused(
                Status.Code.NOT_FOUND,
                "bundle %s is none of those that bundle %s continues (expected one of them, or none for all)"
                    .formatted(nowhere, last),
                List.of()));
    assertThat(
            refused(
                    GetLineageRequest.newBuilder()
                        .setFromBundleId(last)
                        .setToBundleId(first.id().value())
                        .build())
                .code())
        .isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void aDamagedBundleIsSaidWithoutItsPlace() throws IOException {
    Path lineage =
        registry
            .root()
            .resolve(TinyShop.NAME.value())
            .resolve(first.id().value())
            .resolve("lineage.json");
    Files.writeString(lineage, "{}");

    assertThat(refused(GetLineageRequest.getDefaultInstance()))
        .isEqualTo(
            new Refused(
                Status.Code.FAILED_PRECONDITION,
                "bundle %s, or one that it continues, cannot be read (expected as it was published: tell the server's operator, whom `kindred bundle verify` tells more)"
                    .formatted(server.bundle().id()),
                List.of()));
  }

  @Test
  void theBundleSaysWhatItContinuesAndSegmentsHaveTheNamesGiven() {
    assertThat(
            BundleServiceGrpc.newBlockingStub(server.channel())
                .getBundle(GetBundleRequest.getDefaultInstance())
                .getBundle()
                .getPreviousBundleId())
        .isEqualTo(renamed.id().value());
    var segments =
        stub.listSegments(
            ListSegmentsRequest.newBuilder().setView(SegmentView.SEGMENT_VIEW_FULL).build());
    assertThat(segments.getSegments(2).getName()).isEqualTo("Our best");
    assertThat(segments.getSegments(2).getPersona().getSuggestedName()).isEqualTo("Often");
  }

  private GetLineageResponse lineage(GetLineageRequest request) {
    return stub.getLineage(request);
  }

  private Refused refused(GetLineageRequest request) {
    return Refused.of(() -> lineage(request));
  }

  private List<LineageKind> kinds(GetLineageRequest.Builder request) {
    return lineage(request.build()).getEventsList().stream().map(LineageEvent::getKind).toList();
  }

  private static io.kindred.models.LineageEvent event(
      Kind kind, List<String> from, List<String> to) {
    return new io.kindred.models.LineageEvent(kind, from, to, kind == Kind.RETIRED ? 0 : .75);
  }

  private static BundleContents continuing(
      BundleId previous, io.kindred.models.LineageEvent... events) {
    return TinyShop.contents()
        .withLineage(new Lineage(Optional.of(previous), List.of(events), 4, 1, Optional.empty()));
  }

  private static BundleContents named(BundleContents contents) {
    return contents.withSegments(contents.segments().withGivenNames(Map.of("A1", "Our best")));
  }
}
