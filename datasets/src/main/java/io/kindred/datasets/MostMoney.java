package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Of an order's lines, the word that most of the money went to; the first in text order where two
/// have as much, none where no line says a word.
final class MostMoney {
  private final Map<String, BigDecimal> moneyByWord = new TreeMap<>();

  void add(String word, BigDecimal money) {
    if (!word.isEmpty()) {
      moneyByWord.merge(word, money, BigDecimal::add);
    }
  }

  String word() {
    String most = "";
    BigDecimal money = BigDecimal.ONE.negate();
    for (Map.Entry<String, BigDecimal> entry : moneyByWord.entrySet()) {
      if (entry.getValue().compareTo(money) > 0) {
        most = entry.getKey();
        money = entry.getValue();
      }
    }
    return most;
  }
}
