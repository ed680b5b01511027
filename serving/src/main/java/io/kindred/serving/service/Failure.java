package io.kindred.serving.service;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.kindred.v1.ItemStatus;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/// Why a call or an item has no answer, as its caller is told: the one place where exceptions
/// become a status.
record Failure(Status.Code code, String message, List<BadField> badFields) {
  private static final System.Logger LOGGER = System.getLogger("io.kindred.serving");

  Failure {
    badFields = List.copyOf(badFields);
  }

  /// What to tell of an exception.
  ///
  /// Whatever was not foreseen is told as a number only, and logged under it without messages,
  /// which may hold a customer's data.
  static Failure of(RuntimeException exception) {
    if (exception instanceof Refusal refusal) {
      return new Failure(refusal.code(), refusal.message(), refusal.badFields());
    }
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOGGER.log(Level.ERROR, "unexpected incident={0} {1}", incident, places(exception));
    return new Failure(
        Status.Code.INTERNAL,
        "the server could not answer (incident %s: tell its operator, whose log has it under this number)"
            .formatted(incident),
        List.of());
  }

  StatusRuntimeException asStatus() {
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(message);
    if (!badFields.isEmpty()) {
      BadRequest.Builder badRequest = BadRequest.newBuilder();
      for (BadField field : badFields) {
        badRequest
            .addFieldViolationsBuilder()
            .setField(field.path())
            .setDescription(field.description());
      }
      status.addDetails(Any.pack(badRequest.build()));
    }
    return StatusProto.toStatusRuntimeException(status.build());
  }

  ItemStatus asItem() {
    ItemStatus.Builder item = ItemStatus.newBuilder().setCode(code.value()).setMessage(message);
    for (BadField field : badFields) {
      item.addFieldViolationsBuilder().setField(field.path()).setDescription(field.description());
    }
    return item.build();
  }

  private static String places(Throwable exception) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      text.append(text.isEmpty() ? "" : "caused by ").append(cause.getClass().getName());
      for (StackTraceElement frame : cause.getStackTrace()) {
        text.append("\n    at ").append(frame);
      }
      text.append('\n');
    }
    return text.toString();
  }
}
