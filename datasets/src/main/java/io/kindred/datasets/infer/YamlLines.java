package io.kindred.datasets.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// YAML with a comment on every line that needs one, in at most 100 columns where texts allow it.
final class YamlLines {
  private static final int WIDTH = 100;
  private static final int COMMENT_COLUMN = 46;
  private static final Set<String> WORDS_OF_YAML =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "~");

  private final List<String> lines = new ArrayList<>();

  /// A line and why it is so; the comment goes beside it, or above where there is no room.
  void add(int indent, String text, String... comments) {
    String margin = " ".repeat(indent);
    String line = margin + text;
    List<String> said = Arrays.stream(comments).filter(comment -> !comment.isBlank()).toList();
    String together = String.join("; ", said);
    String padded =
        line.length() < COMMENT_COLUMN
            ? line + " ".repeat(COMMENT_COLUMN - line.length())
            : line + "  ";
    if (together.isEmpty()) {
      wrapped(indent, text);
    } else if (padded.length() + together.length() + 2 <= WIDTH) {
      lines.add(padded + "# " + together);
    } else {
      said.forEach(comment -> comment(indent, comment));
      wrapped(indent, text);
    }
  }

  /// A line, broken after commas where it is too long; a flow collection may be.
  private void wrapped(int indent, String text) {
    StringBuilder line = new StringBuilder(" ".repeat(indent));
    for (String part : List.of(text.split("(?<=, )(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))) {
      if (line.length() + part.stripTrailing().length() > WIDTH && !line.isEmpty()) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(indent + 4));
      }
      line.append(part);
    }
    lines.add(line.toString());
  }

  /// A comment of as many lines as it takes.
  void comment(int indent, String text) {
    StringBuilder line = new StringBuilder(" ".repeat(indent) + "#");
    for (String word : List.of(text.split(" ", -1))) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > indent + 1) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent) + "#  ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
  }

  /// A key and a flow sequence, wrapped where it is long.
  void list(int indent, String before, Collection<String> texts, String after) {
    StringBuilder line = new StringBuilder(" ".repeat(indent) + before + "[");
    String margin = " ".repeat(indent + 4);
    int left = texts.size();
    for (String text : texts) {
      String word = text(text) + (--left == 0 ? "]" + after : ",");
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(margin);
      }
      line.append(word).append(left == 0 ? "" : " ");
    }
    lines.add(line.toString().stripTrailing());
  }

  /// Closes a key that nothing was written under.
  void braceIfEmpty(int indent, String key) {
    if (lines.getLast().equals(" ".repeat(indent) + key)) {
      lines.set(lines.size() - 1, lines.getLast() + " {}");
    }
  }

  @Override
  public String toString() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /// A text as a YAML scalar that may stand anywhere, in double quotes where it must.
  static String text(String text) {
    boolean plain =
        text.matches("[\\p{L}_][\\p{L}\\d_.$%/-]*( [\\p{L}\\d_.$%/-]+)*")
            && !WORDS_OF_YAML.contains(text.toLowerCase(Locale.ROOT));
    if (plain) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\t' -> quoted.append("\\t");
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ' || c == 0x7f) {
            quoted.append("\\x%02x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  static String texts(Collection<String> texts) {
    return texts.stream().map(YamlLines::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
