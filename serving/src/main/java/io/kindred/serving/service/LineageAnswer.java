package io.kindred.serving.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kindred.features.NearestName;
import io.kindred.models.BundleId;
import io.kindred.models.registry.LineageStep;
import io.kindred.models.registry.Lineages;
import io.kindred.v1.BundleSelector;
import io.kindred.v1.GetLineageRequest;
import io.kindred.v1.GetLineageResponse;
import io.kindred.v1.LineageEvent;
import io.kindred.v1.LineageKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/// Tells what became of segments from bundle to bundle, as far back as the registry holds them.
final class LineageAnswer {
  private static final Place REQUEST = new Place.Whole();

  /// Lists of events are told from lists of segments, and by what they were asked for, by a number
  /// from here on.
  private static final int FIRST_LIST = 1_000;

  private static final int LISTS = 9_000;

  private final Lineages lineages;

  LineageAnswer(Lineages lineages) {
    this.lineages = lineages;
  }

  GetLineageResponse to(GetLineageRequest request, LiveBundle live) {
    Violations violations = new Violations();
    BundleChoice.check(
        BundleSelector.newBuilder().setModel(request.getModel()).build(),
        REQUEST.field("model"),
        live,
        violations);
    Optional<BundleId> from =
        id(request.getFromBundleId(), REQUEST.field("from_bundle_id"), violations);
    Optional<BundleId> wantedLast =
        id(request.getToBundleId(), REQUEST.field("to_bundle_id"), violations);
    Page.checkSize(request.getPageSize(), REQUEST.field("page_size"), violations);
    Optional<PageToken> token = token(request, violations);
    violations.refuseIfAny();

    // Of the bundle of the first page, even where another was put in use between them.
    BundleId last =
        token
            .map(earlier -> new BundleId(earlier.bundleId()))
            .or(() -> wantedLast)
            .orElse(live.id());
    List<LineageStep> chain = chain(last);
    if (!request.getSegmentId().isEmpty()) {
      checkSegment(request.getSegmentId(), chain);
    }
    int first = from.map(id -> position(id, chain) + 1).orElse(0);
    List<LineageEvent> events = new ArrayList<>();
    for (LineageStep step : chain.subList(first, chain.size())) {
      for (io.kindred.models.LineageEvent event : step.lineage().events()) {
        if (request.getSegmentId().isEmpty() || event.concerns(request.getSegmentId())) {
          events.add(toMessage(event, step));
        }
      }
    }
    Page<LineageEvent> page =
        Page.of(events, token.map(PageToken::offset).orElse(0), request.getPageSize());
    GetLineageResponse.Builder response =
        GetLineageResponse.newBuilder().addAllEvents(page.entries());
    page.next()
        .ifPresent(next ->
            response.setNextPageToken(new PageToken(last.value(), list(request), next).text()));
    return response.build();
  }

  private List<LineageStep> chain(BundleId last) {
    return read(
        last,
        () -> {
          if (!lineages.holds(last)) {
            throw Refusal.notFound(
                "bundle %s is not in the registry (expected the id of a published bundle, or none for the one in use)"
                    .formatted(last));
          }
          return lineages.upTo(last);
        });
  }

  /// Where in a chain a bundle stands, or one that differs from it in given names only.
  private int position(BundleId id, List<LineageStep> chain) {
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i).id().equals(id)) {
        return i;
      }
    }
    BundleId unnamed = read(id, () -> lineages.holds(id) ? lineages.step(id).unnamed() : id);
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i).unnamed().equals(unnamed)) {
        return i;
      }
    }
    throw Refusal.notFound(
        "bundle %s is none of those that bundle %s continues (expected one of them, or none for all)"
            .formatted(id, chain.getLast().id()));
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(BundleId id, Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException _) {
      // Its message names folders of the server's.
      throw Refusal.failedPrecondition(
          "bundle %s, or one that it continues, cannot be read (expected as it was published: tell the server's operator, whom `kindred bundle verify` tells more)"
              .formatted(id));
    }
  }

  private static void checkSegment(String id, List<LineageStep> chain) {
    Set<String> known = new TreeSet<>();
    chain.forEach(step -> {
      known.addAll(step.segmentIds());
      step.lineage().events().forEach(event -> known.addAll(event.from()));
    });
    if (!known.contains(id)) {
      String compared = id.substring(0, Math.min(id.length(), Quoted.LONGEST));
      throw Refusal.notFound(
          "segment %s was in no bundle up to %s (did you mean '%s'?)"
              .formatted(
                  Quoted.of(id),
                  chain.getLast().id(),
                  NearestName.to(compared, known).orElseThrow()));
    }
  }

  private static Optional<BundleId> id(String id, Place place, Violations violations) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    if (!BundleChoice.isId(id)) {
      violations.add(place, BundleChoice.noId(id));
      return Optional.empty();
    }
    return Optional.of(new BundleId(id));
  }

  private static Optional<PageToken> token(GetLineageRequest request, Violations violations) {
    if (request.getPageToken().isEmpty()) {
      return Optional.empty();
    }
    Optional<PageToken> token = PageToken.parse(request.getPageToken());
    if (token.isEmpty() || token.get().list() != list(request)) {
      violations.add(
          REQUEST.field("page_token"),
          token.isEmpty()
              ? "is no page token (expected next_page_token of the page before)"
              : "is of another list (expected the request of the page before)");
    }
    return token;
  }

  /// A number that tells this list of events from others.
  private static int list(GetLineageRequest request) {
    CRC32 sum = new CRC32();
    sum.update(
        "%s/%s/%s"
            .formatted(request.getSegmentId(), request.getFromBundleId(), request.getToBundleId())
            .getBytes(UTF_8));
    return FIRST_LIST + (int) (sum.getValue() % LISTS);
  }

  private static LineageEvent toMessage(io.kindred.models.LineageEvent event, LineageStep step) {
    LineageEvent.Builder message =
        LineageEvent.newBuilder()
            .setKind(kind(event.kind()))
            .setToBundleId(step.id().value())
            .setTime(Times.toMessage(step.asOf()))
            .addAllFromSegmentIds(event.from())
            .addAllToSegmentIds(event.to())
            .setOverlap(event.overlap());
    step.lineage().previous().ifPresent(previous -> message.setFromBundleId(previous.value()));
    return message.build();
  }

  private static LineageKind kind(io.kindred.models.LineageEvent.Kind kind) {
    return switch (kind) {
      case CONTINUED -> LineageKind.LINEAGE_KIND_CONTINUED;
      case SPLIT -> LineageKind.LINEAGE_KIND_SPLIT;
      case MERGED -> LineageKind.LINEAGE_KIND_MERGED;
      case BORN -> LineageKind.LINEAGE_KIND_BORN;
      case RETIRED -> LineageKind.LINEAGE_KIND_RETIRED;
    };
  }
}
