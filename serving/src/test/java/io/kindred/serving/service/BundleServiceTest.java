package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status;
import io.kindred.serving.testing.TinyServer;
import io.kindred.serving.testing.TinyShop;
import io.kindred.v1.AttributeDefinition;
import io.kindred.v1.AttributeType;
import io.kindred.v1.Baseline;
import io.kindred.v1.Basis;
import io.kindred.v1.Bundle;
import io.kindred.v1.BundleAlias;
import io.kindred.v1.BundleSelector;
import io.kindred.v1.BundleServiceGrpc;
import io.kindred.v1.BundleServiceGrpc.BundleServiceBlockingStub;
import io.kindred.v1.BundleState;
import io.kindred.v1.Feature;
import io.kindred.v1.FeatureType;
import io.kindred.v1.GetBundleRequest;
import io.kindred.v1.Metric;
import io.kindred.v1.MetricRange;
import io.kindred.v1.Target;
import io.kindred.v1.TargetDirection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BundleServiceTest {
  private static TinyServer server;
  private static BundleServiceBlockingStub stub;

  @BeforeAll
  static void start() throws IOException {
    server = TinyServer.start();
    stub = BundleServiceGrpc.newBlockingStub(server.channel());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theBundleInUseTellsWhatItIs() {
    Bundle bundle = stub.getBundle(GetBundleRequest.getDefaultInstance()).getBundle();

    assertThat(bundle.toBuilder().clearSchema().build())
        .isEqualTo(
            Bundle.newBuilder()
                .setBundleId(server.bundle().id().value())
                .setModel("tiny-shop")
                .setDataEndTime(Times.toMessage(TinyShop.AS_OF))
                .addAliases(BundleAlias.BUNDLE_ALIAS_CHAMPION)
                .setState(BundleState.BUNDLE_STATE_LOADED)
                .addTargets(
                    Target.newBuilder()
                        .setName("purchase")
                        .setEvent("order")
                        .setHorizonDays(90)
                        .setDirection(TargetDirection.TARGET_DIRECTION_WANTED)
                        .setBaseRate(.3))
                .addTargets(
                    Target.newBuilder()
                        .setName("churn")
                        .setEvent("churn")
                        .setHorizonDays(30)
                        .setDirection(TargetDirection.TARGET_DIRECTION_UNWANTED)
                        .setBaseRate(.1))
                .setLifetimeValueHorizonDays(182)
                .setSegmentCount(5)
                .addLanguages("en")
                .addLanguages("sv")
                .addCoverageLevels(.8)
                .addCoverageLevels(.6)
                .addCoverageLevels(.95)
                .setCustomerCount(100)
                .addMetrics(
                    Metric.newBuilder()
                        .setName("AUC")
                        .setSubject("purchase")
                        .setValue(.9)
                        .setRange(
                            MetricRange.newBuilder().setLow(.85).setHigh(.95).setCoverage(.95))
                        .addBaselines(Baseline.newBuilder().setName("recency alone").setValue(.8))
                        .setHigherIsBetter(true))
                .build());
  }

  @Test
  void theSchemaTellsWhatMayBeSent() {
    var schema = stub.getBundle(GetBundleRequest.getDefaultInstance()).getBundle().getSchema();

    assertThat(schema.getFingerprint()).isEqualTo(TinyShop.SCHEMA.fingerprint());
    assertThat(schema.getTimeZone()).isEqualTo("Europe/Stockholm");
    assertThat(schema.getCurrency()).isEqualTo("SEK");
    assertThat(schema.getFeaturesList())
        .extracting(Feature::getName, Feature::getType, Feature::getUnit, Feature::getBasis)
        .containsExactly(
            tuple(
                "order_count", FeatureType.FEATURE_TYPE_NUMBER, "orders", Basis.BASIS_BEHAVIOURAL),
            tuple(
                "order_value_total",
                FeatureType.FEATURE_TYPE_NUMBER,
                "currency",
                Basis.BASIS_BEHAVIOURAL),
            tuple(
                "attribute:age",
                FeatureType.FEATURE_TYPE_NUMBER,
                "number",
                Basis.BASIS_DEMOGRAPHIC),
            tuple(
                "attribute:member",
                FeatureType.FEATURE_TYPE_YES_NO,
                "yes_no",
                Basis.BASIS_SITUATIONAL));
    assertThat(schema.getAttributesList())
        .extracting(
            AttributeDefinition::getName,
            AttributeDefinition::getType,
            AttributeDefinition::getBasis)
        .containsExactly(
            tuple("age", AttributeType.ATTRIBUTE_TYPE_NUMBER, Basis.BASIS_DEMOGRAPHIC),
            tuple("country", AttributeType.ATTRIBUTE_TYPE_CATEGORY, Basis.BASIS_GEOGRAPHIC),
            tuple("thrift", AttributeType.ATTRIBUTE_TYPE_SCALE, Basis.BASIS_PSYCHOGRAPHIC),
            tuple("member", AttributeType.ATTRIBUTE_TYPE_YES_NO, Basis.BASIS_SITUATIONAL),
            tuple("interests", AttributeType.ATTRIBUTE_TYPE_MULTI_VALUE, Basis.BASIS_PSYCHOGRAPHIC),
            tuple("birthday", AttributeType.ATTRIBUTE_TYPE_DATE, Basis.BASIS_DEMOGRAPHIC));
    assertThat(schema.getAttributesList())
        .extracting(AttributeDefinition::getLowest, AttributeDefinition::getHighest)
        .containsExactly(
            tuple(0, 0), tuple(0, 0), tuple(1, 5), tuple(0, 0), tuple(0, 0), tuple(0, 0));
  }

  @Test
  void anotherBundleIsNotFound() {
    GetBundleRequest request =
        GetBundleRequest.newBuilder()
            .setBundle(BundleSelector.newBuilder().setAlias(BundleAlias.BUNDLE_ALIAS_SHADOW))
            .build();

    assertThat(Refused.of(() -> stub.getBundle(request)))
        .isEqualTo(
            new Refused(
                Status.Code.NOT_FOUND,
                "no bundle is BUNDLE_ALIAS_SHADOW on this server (expected BUNDLE_ALIAS_CHAMPION, which is %s)"
                    .formatted(server.bundle().id()),
                List.of()));
  }
}
