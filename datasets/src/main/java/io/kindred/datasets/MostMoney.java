package io.kindred.datasets;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/// Of an order's lines, the word that most of the money went to; the first in text order where two
/// have as much, none where no line says a word.
final class MostMoney {
  // Mostly all lines say the same, or nothing: others are only then kept when there are any.
  private String firstWord = "";
  private BigDecimal firstMoney = BigDecimal.ZERO;
  private Map<String, BigDecimal> otherMoneyByWord = Map.of();

  void add(String word, BigDecimal money) {
    if (word.isEmpty()) {
      return;
    }
    if (firstWord.isEmpty()) {
      firstWord = word;
    }
    if (word.equals(firstWord)) {
      firstMoney = firstMoney.add(money);
      return;
    }
    if (otherMoneyByWord.isEmpty()) {
      otherMoneyByWord = new TreeMap<>();
    }
    otherMoneyByWord.merge(word, money, BigDecimal::add);
  }

  String word() {
    String most = firstWord;
    BigDecimal money = firstMoney;
    for (Map.Entry<String, BigDecimal> entry : otherMoneyByWord.entrySet()) {
      int comparison = entry.getValue().compareTo(money);
      if (comparison > 0 || (comparison == 0 && entry.getKey().compareTo(most) < 0)) {
        most = entry.getKey();
        money = entry.getValue();
      }
    }
    return most;
  }
}
