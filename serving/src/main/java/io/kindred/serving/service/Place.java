package io.kindred.serving.service;

/// Where a field stands in a request; the text is made only for a field that is wrong.
sealed interface Place {

  /// The path in the notation of protobuf's own error details.
  String path();

  default Place field(String name) {
    return new Field(this, name);
  }

  default Place item(String list, int index) {
    return new Item(this, list, index);
  }

  default Place entry(String map, String key) {
    return new Entry(this, map, key);
  }

  /// The whole message that paths begin at.
  record Whole() implements Place {
    @Override
    public String path() {
      return "";
    }
  }

  /// A field of a message.
  record Field(Place message, String name) implements Place {
    @Override
    public String path() {
      return message instanceof Whole ? name : message.path() + "." + name;
    }
  }

  /// An entry of a repeated field.
  record Item(Place message, String list, int index) implements Place {
    @Override
    public String path() {
      return new Field(message, list).path() + "[" + index + "]";
    }
  }

  /// A value of a map field; its key is the caller's own word.
  record Entry(Place message, String map, String key) implements Place {
    @Override
    public String path() {
      return new Field(message, map).path() + "[" + Quoted.of(key) + "]";
    }
  }
}
