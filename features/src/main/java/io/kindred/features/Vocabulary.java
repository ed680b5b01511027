package io.kindred.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words as small numbers, each word once; the empty word is 0.
///
/// Numbers only tell words apart: no formula hangs on which word has which.
public final class Vocabulary {
  static final int EMPTY = 0;

  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  public Vocabulary() {
    code("");
  }

  /// The number of a word, a new one for a word not met before.
  public int code(String word) {
    Integer known = codes.get(word);
    if (known != null) {
      return known;
    }
    int code = words.size();
    codes.put(word, code);
    words.add(word);
    return code;
  }

  public String word(int code) {
    return words.get(code);
  }

  public int size() {
    return words.size();
  }

  /// Forgets all but the first words.
  void truncate(int size) {
    while (words.size() > size) {
      codes.remove(words.removeLast());
    }
  }
}
