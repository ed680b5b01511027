package io.kindred.serving.service;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What a refused call told.
///
/// @param violations path and description of each bad field, as its details list them
record Refused(Status.Code code, String message, List<String> violations) {

  static Refused of(ThrowingCallable call) {
    List<StatusRuntimeException> thrown = new ArrayList<>();
    assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call).satisfies(thrown::add);
    StatusRuntimeException exception = thrown.getFirst();
    return new Refused(
        exception.getStatus().getCode(),
        String.valueOf(exception.getStatus().getDescription()),
        violations(exception));
  }

  private static List<String> violations(StatusRuntimeException exception) {
    List<String> violations = new ArrayList<>();
    com.google.rpc.Status status = StatusProto.fromThrowable(exception);
    if (status != null) {
      for (Any detail : status.getDetailsList()) {
        try {
          detail.unpack(BadRequest.class).getFieldViolationsList().stream()
              .map(violation -> violation.getField() + " " + violation.getDescription())
              .forEach(violations::add);
        } catch (InvalidProtocolBufferException e) {
          throw new AssertionError(e);
        }
      }
    }
    return violations;
  }
}
