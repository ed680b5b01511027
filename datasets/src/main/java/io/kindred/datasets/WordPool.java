package io.kindred.datasets;

import java.util.HashMap;
import java.util.Map;

/// Keeps one copy of words that many rows say.
final class WordPool {
  private static final int MOST_WORDS = 100_000;

  private final Map<String, String> words = new HashMap<>();

  String pooled(String word) {
    String known = words.get(word);
    if (known != null) {
      return known;
    }
    if (words.size() < MOST_WORDS) {
      words.put(word, word);
    }
    return word;
  }
}
