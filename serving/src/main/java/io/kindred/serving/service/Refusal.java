package io.kindred.serving.service;

import io.grpc.Status;
import java.util.List;

/// A request that is not answered, and what its caller is told.
///
/// Its message never holds an id or a word of a customer's data.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Status.Code code;
  private final String message;
  private final transient List<BadField> badFields;

  private Refusal(Status.Code code, String message, List<BadField> badFields) {
    super(message);
    this.code = code;
    this.message = message;
    this.badFields = List.copyOf(badFields);
  }

  /// Fields are wrong.
  ///
  /// @param listed the first of them, at least one
  /// @param count how many there are
  static Refusal badFields(List<BadField> listed, int count) {
    StringBuilder message = new StringBuilder(listed.getFirst().toString());
    if (count > 1) {
      message.insert(0, "%d fields are wrong, the first: ".formatted(count));
    }
    if (listed.size() < count) {
      message.append(" (the details list %d of them)".formatted(listed.size()));
    }
    return new Refusal(Status.Code.INVALID_ARGUMENT, message.toString(), listed);
  }

  /// What is asked for is not there.
  static Refusal notFound(String message) {
    return new Refusal(Status.Code.NOT_FOUND, message, List.of());
  }

  /// The request does not fit the bundle that answers.
  static Refusal failedPrecondition(String message) {
    return new Refusal(Status.Code.FAILED_PRECONDITION, message, List.of());
  }

  /// This version cannot do it yet.
  static Refusal notOffered(String message) {
    return new Refusal(Status.Code.UNIMPLEMENTED, message, List.of());
  }

  Status.Code code() {
    return code;
  }

  String message() {
    return message;
  }

  List<BadField> badFields() {
    return badFields;
  }

  /// Refusals are answers, not faults: nobody reads where they were thrown.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
