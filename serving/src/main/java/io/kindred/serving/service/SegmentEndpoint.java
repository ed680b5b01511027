package io.kindred.serving.service;

import io.grpc.stub.StreamObserver;
import io.kindred.models.Language;
import io.kindred.v1.GetLineageRequest;
import io.kindred.v1.GetLineageResponse;
import io.kindred.v1.GetSegmentRequest;
import io.kindred.v1.GetSegmentResponse;
import io.kindred.v1.ListSegmentsRequest;
import io.kindred.v1.ListSegmentsResponse;
import io.kindred.v1.Segment;
import io.kindred.v1.SegmentServiceGrpc;
import io.kindred.v1.SegmentView;
import java.util.Optional;

/// Tells what the segments are.
final class SegmentEndpoint extends SegmentServiceGrpc.SegmentServiceImplBase {
  private static final Place REQUEST = new Place.Whole();

  private final LiveModel live;
  private final LineageAnswer lineage;

  SegmentEndpoint(LiveModel live) {
    this.live = live;
    this.lineage = new LineageAnswer(live.lineages());
  }

  @Override
  public void listSegments(
      ListSegmentsRequest request, StreamObserver<ListSegmentsResponse> caller) {
    Answer.send(caller, () -> listSegments(request));
  }

  @Override
  public void getSegment(GetSegmentRequest request, StreamObserver<GetSegmentResponse> caller) {
    Answer.send(caller, () -> segment(request));
  }

  @Override
  public void getLineage(GetLineageRequest request, StreamObserver<GetLineageResponse> caller) {
    Answer.send(caller, () -> lineage.to(request, live.bundle()));
  }

  private ListSegmentsResponse listSegments(ListSegmentsRequest request) {
    LiveBundle bundle = live.bundle();
    Violations violations = new Violations();
    BundleChoice.check(request.getBundle(), REQUEST.field("bundle"), bundle, violations);
    Language language =
        LanguageReader.read(request.getLanguage(), REQUEST.field("language"), violations);
    SegmentView view = view(request, violations);
    Page.checkSize(request.getPageSize(), REQUEST.field("page_size"), violations);
    int begin = offset(request, view, bundle, violations);
    violations.refuseIfAny();

    Page<Segment> page =
        Page.of(
            SegmentWriter.all(bundle.contents().segments(), language),
            begin,
            request.getPageSize());
    ListSegmentsResponse.Builder response =
        ListSegmentsResponse.newBuilder().setBundleId(bundle.id().value());
    for (Segment segment : page.entries()) {
      response.addSegments(
          view == SegmentView.SEGMENT_VIEW_FULL
              ? segment
              : segment.toBuilder().clearPersona().build());
    }
    page.next()
        .ifPresent(next ->
            response.setNextPageToken(
                new PageToken(bundle.id().value(), view.getNumber(), next).text()));
    return response.build();
  }

  private GetSegmentResponse segment(GetSegmentRequest request) {
    LiveBundle bundle = live.bundle();
    Violations violations = new Violations();
    BundleChoice.check(request.getBundle(), REQUEST.field("bundle"), bundle, violations);
    Language language =
        LanguageReader.read(request.getLanguage(), REQUEST.field("language"), violations);
    if (request.getSegmentId().isEmpty()) {
      violations.add(
          REQUEST.field("segment_id"), "is empty (expected an id that ListSegments answers)");
    }
    violations.refuseIfAny();
    return SegmentWriter.all(bundle.contents().segments(), language).stream()
        .filter(segment -> segment.getSegmentId().equals(request.getSegmentId()))
        .findFirst()
        .map(segment ->
            GetSegmentResponse.newBuilder()
                .setBundleId(bundle.id().value())
                .setSegment(segment)
                .build())
        .orElseThrow(() ->
            Refusal.notFound(
                "segment %s is not in bundle %s (expected an id that ListSegments answers)"
                    .formatted(Quoted.of(request.getSegmentId()), bundle.id())));
  }

  private static SegmentView view(ListSegmentsRequest request, Violations violations) {
    return switch (request.getView()) {
      case SEGMENT_VIEW_UNSPECIFIED, SEGMENT_VIEW_BASIC -> SegmentView.SEGMENT_VIEW_BASIC;
      case SEGMENT_VIEW_FULL -> SegmentView.SEGMENT_VIEW_FULL;
      case UNRECOGNIZED -> {
        violations.add(
            REQUEST.field("view"),
            "is %d (expected SEGMENT_VIEW_BASIC or SEGMENT_VIEW_FULL)"
                .formatted(request.getViewValue()));
        yield SegmentView.SEGMENT_VIEW_BASIC;
      }
    };
  }

  private static int offset(
      ListSegmentsRequest request, SegmentView view, LiveBundle bundle, Violations violations) {
    if (request.getPageToken().isEmpty()) {
      return 0;
    }
    Optional<PageToken> token = PageToken.parse(request.getPageToken());
    if (token.isEmpty() || token.get().list() != view.getNumber()) {
      violations.add(
          REQUEST.field("page_token"),
          token.isEmpty()
              ? "is no page token (expected next_page_token of the page before)"
              : "is of a list in another view (expected the view of the page before)");
      return 0;
    }
    if (!token.get().bundleId().equals(bundle.id().value())) {
      throw Refusal.notFound(
          "bundle %s of the page before is not held by this server any more (expected %s; list again from the first page)"
              .formatted(token.get().bundleId(), bundle.id()));
    }
    return token.get().offset();
  }
}
