package io.kindred.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words that one stored history names by number: 0 the empty word, from 1 the common ones,
/// then the codec's, and from -1 downwards those of this history only.
final class StoredWords {
  private final List<String> known;
  private final int knownSize;
  private final Map<String, Integer> codes;
  private final List<String> own = new ArrayList<>();
  private final Map<String, Integer> ownCodes = new HashMap<>();
  private int highest;

  /// @param known the words of all histories, in order
  /// @param knownSize how many of them may be named
  /// @param codes where each of them stands
  StoredWords(List<String> known, int knownSize, Map<String, Integer> codes) {
    this.known = known;
    this.knownSize = knownSize;
    this.codes = codes;
  }

  /// The number of a word, which is written with the history where no list has it.
  long code(String word) {
    Integer code = codes.get(word);
    if (code != null) {
      highest = Math.max(highest, code);
      return code;
    }
    return ownCodes.computeIfAbsent(
        word,
        _ -> {
          own.add(word);
          return -own.size();
        });
  }

  String word(long code) {
    if (code < -own.size() || code >= knownSize) {
      throw BitReader.damaged("it names a word that is in no list");
    }
    return code < 0 ? own.get((int) (-code - 1)) : known.get((int) code);
  }

  /// The highest number given out of the words of all histories.
  int highest() {
    return highest;
  }

  List<String> own() {
    return own;
  }
}
