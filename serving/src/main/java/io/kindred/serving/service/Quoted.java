package io.kindred.serving.service;

/// A caller's own words in an error: in quotation marks, cut short, without control characters.
final class Quoted {
  static final int LONGEST = 64;

  private Quoted() {}

  static String of(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
