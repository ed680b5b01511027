package io.kindred.training.command;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Facts as JSON, for programs: the keys are the names of the records' components.
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static String text(Object facts) {
    return MAPPER.writeValueAsString(facts);
  }
}
