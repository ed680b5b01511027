package io.kindred.serving.service;

import static io.kindred.serving.service.Requests.features;
import static io.kindred.serving.service.Requests.order;
import static io.kindred.serving.service.Requests.request;
import static io.kindred.serving.service.Requests.row;
import static io.kindred.serving.service.Requests.scoreOptions;
import static io.kindred.serving.service.Requests.subject;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.stub.ClientCalls;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.BundleAlias;
import io.kindred.v1.BundleSelector;
import io.kindred.v1.ScoreOptions;
import io.kindred.v1.ScoreRequest;
import io.kindred.v1.ScoringServiceGrpc;
import io.kindred.v1.StoredCustomer;
import io.kindred.v1.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private TinyServer server;

  @BeforeEach
  void start() throws IOException {
    server = TinyServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyBadFieldIsNamedAtOnce() {
    ScoreRequest request =
        ScoreRequest.newBuilder()
            .setSubject(subject(order("1", -1), order("2", 5).clearTime()))
            .setOptions(ScoreOptions.newBuilder().setLanguage("fi"))
            .build();

    List<String> violations =
        List.of(
            "options.language is 'fi' (expected one of Bundle.languages: en, sv)",
            "subject.history.events[0].order.amount is -1.0 (expected a number from 0 to 1e12; send money back as a Return)",
            "subject.history.events[1].time is missing (expected when it happened)");
    assertThat(score(request))
        .isEqualTo(
            new Refused(
                Status.Code.INVALID_ARGUMENT,
                "3 fields are wrong, the first: " + violations.getFirst(),
                violations));
  }

  @Test
  void moreBadFieldsThanAStatusCarriesAreCounted() {
    Subject.Builder subject = Subject.newBuilder();
    for (int i = 0; i < 5_000; i++) {
      subject.getHistoryBuilder().addEvents(order("" + i, -1));
    }

    Refused refused = score(request(subject.build()));

    assertThat(refused.code()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.message())
        .isEqualTo(
            "5000 fields are wrong, the first: subject.history.events[0].order.amount is -1.0 (expected a number from 0 to 1e12; send money back as a Return) (the details list 18 of them)");
    assertThat(refused.violations()).hasSize(18);
  }

  @Test
  void aCallersLongNameIsCutShort() {
    Refused refused = score(request(row(features("x\n".repeat(100_000), 1))));

    assertThat(refused.message())
        .isEqualTo(
            "subject.feature_row.values[0].name is '%s...', which is no feature of this bundle (did you mean 'order_count'?)"
                .formatted("x?".repeat(32)));
  }

  @Test
  void aRowOfAnotherSchemaIsNotScored() {
    assertThat(score(request(row(features("order_cuont", 1).setSchemaFingerprint("abc")))))
        .isEqualTo(
            new Refused(
                Status.Code.FAILED_PRECONDITION,
                "subject.feature_row.schema_fingerprint is 'abc' (expected %s, the bundle's: compute the row anew with the schema that GetBundle answers)"
                    .formatted(TinyShop.SCHEMA.fingerprint()),
                List.of()));
  }

  @Test
  void anotherModelBundleOrRoleIsNotFound() {
    String id = server.bundle().id().value();
    String other = "0".repeat(64);

    assertThat(
            score(request(scoreOptions().setBundle(BundleSelector.newBuilder().setModel("b2b")))))
        .isEqualTo(
            notFound(
                "model 'b2b' is not served here (expected 'tiny-shop', or none for the same)"));
    assertThat(
            score(
                request(scoreOptions().setBundle(BundleSelector.newBuilder().setBundleId(other)))))
        .isEqualTo(
            notFound(
                "bundle %s is not held by this server (expected %s, the one in use)"
                    .formatted(other, id)));
    assertThat(
            score(
                request(
                    scoreOptions()
                        .setBundle(
                            BundleSelector.newBuilder()
                                .setAlias(BundleAlias.BUNDLE_ALIAS_CHALLENGER)))))
        .isEqualTo(
            notFound(
                "no bundle is BUNDLE_ALIAS_CHALLENGER on this server (expected BUNDLE_ALIAS_CHAMPION, which is %s)"
                    .formatted(id)));
  }

  @Test
  void aReadMaskIsNotOfferedYet() {
    assertThat(
            score(request(scoreOptions().setReadMask(FieldMask.newBuilder().addPaths("segment")))))
        .isEqualTo(
            new Refused(
                Status.Code.UNIMPLEMENTED,
                "options.read_mask is not offered by this version yet (expected none: every field is answered)",
                List.of()));
  }

  @Test
  void aStoredCustomerIsNotOfferedYetAndNotNamed() {
    Subject subject =
        Subject.newBuilder()
            .setStoredCustomer(StoredCustomer.newBuilder().setCustomerId("anna@example.com"))
            .build();

    assertThat(score(request(subject)))
        .isEqualTo(
            new Refused(
                Status.Code.UNIMPLEMENTED,
                "subject.stored_customer is not offered by this version yet: it keeps no histories (expected history or feature_row)",
                List.of()));
  }

  @Test
  void anUnexpectedFaultIsToldAsANumberAndLoggedWithoutData() {
    LoggedText logged = new LoggedText();
    Logger logger = Logger.getLogger("io.kindred.serving");
    logger.addHandler(logged);
    logger.setUseParentHandlers(false);
    Refused refused;
    try {
      // The model has no answer for so great an age, and the scorer's error tells all its numbers.
      refused = score(request(row(features("attribute:age", 9e17, "order_value_total", 123_456))));
    } finally {
      logger.removeHandler(logged);
      logger.setUseParentHandlers(true);
    }

    assertThat(refused.code()).isEqualTo(Status.Code.INTERNAL);
    assertThat(refused.message())
        .matches(
            "the server could not answer \\(incident [0-9a-f]{8}: tell its operator, whose log has it under this number\\)");
    String incident = refused.message().replaceAll(".*incident ([0-9a-f]{8}).*", "$1");
    assertThat(logged.text.toString())
        .contains("unexpected incident=" + incident + " java.lang.IllegalStateException")
        .contains("at io.kindred.scoring.OnnxModel.run(")
        .doesNotContain("123456", "123457");
  }

  @Test
  void bytesThatAreNoMessageAreRefused() {
    var method =
        ScoringServiceGrpc.getScoreMethod().toBuilder(
                new Garbage(), ScoringServiceGrpc.getScoreMethod().getResponseMarshaller())
            .build();

    Refused refused =
        Refused.of(() ->
            ClientCalls.blockingUnaryCall(
                server.channel(), method, CallOptions.DEFAULT, "garbage"));

    assertThat(refused)
        .isEqualTo(new Refused(Status.Code.UNKNOWN, "Application error processing RPC", List.of()));
    assertThat(
            ScoringServiceGrpc.newBlockingStub(server.channel())
                .score(request(scoreOptions()))
                .hasScore())
        .isTrue();
  }

  private Refused score(ScoreRequest request) {
    return Refused.of(() -> ScoringServiceGrpc.newBlockingStub(server.channel()).score(request));
  }

  private static Refused notFound(String message) {
    return new Refused(Status.Code.NOT_FOUND, message, List.of());
  }

  private static final class Garbage implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(new byte[] {-1, -1, -1, -1});
    }

    @Override
    public String parse(InputStream stream) {
      throw new UnsupportedOperationException("only sent");
    }
  }

  private static final class LoggedText extends Handler {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void publish(LogRecord record) {
      text.append(new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
