package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The source of one generated class of {@code dev.keepmum.rule}: static methods that answer from
 * constants. A file that has its text already is left alone, so that nothing is compiled again.
 */
final class TableClass {

  /** More entries than this in one switch come near the 64 KiB that a method may have. */
  private static final int SHARD = 300;

  private final String name;
  private final StringBuilder java = new StringBuilder();

  TableClass(String name, String about) {
    this.name = name;
    java.append("package dev.keepmum.rule;\n\n/** ").append(about);
    java.append(" Generated from the rule book; do not edit. */\nfinal class ").append(name);
    java.append(" {\n  private ").append(name).append("() {}\n");
  }

  /** An index as tables hold it in a text: one character. */
  static String index(int number) {
    return String.valueOf((char) number);
  }

  TableClass number(String method, int value) {
    java.append("\n  static int ").append(method).append("() {\n    return ").append(value);
    java.append(";\n  }\n");
    return this;
  }

  TableClass text(String method, String value) {
    java.append("\n  static String ").append(method).append("() {\n    return ");
    java.append(literal(value)).append(";\n  }\n");
    return this;
  }

  /** A method from index to text, {@code ""} where there is none, and how many there are. */
  TableClass texts(String method, List<String> texts) {
    java.append("\n  static int ").append(method).append("Count() {\n    return ");
    java.append(texts.size()).append(";\n  }\n");
    java.append("\n  static String ").append(method).append("(int index) {\n");
    java.append("    switch (index) {\n");
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        java.append("      case ").append(i).append(":\n        return ");
        java.append(literal(texts.get(i))).append(";\n");
      }
    }
    java.append("      default:\n        return \"\";\n    }\n  }\n");
    return this;
  }

  /** A method from key to value, {@code ""} where there is none. */
  TableClass find(String method, Map<String, String> entries) {
    int shards = 1;
    while (entries.size() / shards > SHARD) {
      shards *= 2;
    }
    List<Map<String, String>> parts = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      parts.add(new TreeMap<>());
    }
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      parts.get(entry.getKey().hashCode() & (shards - 1)).put(entry.getKey(), entry.getValue());
    }
    java.append("\n  static String ").append(method).append("(String key) {\n");
    if (shards == 1) {
      cases(parts.get(0));
    } else {
      java.append("    switch (key.hashCode() & ").append(shards - 1).append(") {\n");
      for (int i = 0; i < shards; i++) {
        java.append("      case ").append(i).append(":\n        return ").append(method);
        java.append(i).append("(key);\n");
      }
      java.append("      default:\n        return \"\";\n    }\n");
    }
    java.append("  }\n");
    for (int i = 0; shards > 1 && i < shards; i++) {
      java.append("\n  private static String ").append(method).append(i);
      java.append("(String key) {\n");
      cases(parts.get(i));
      java.append("  }\n");
    }
    return this;
  }

  private void cases(Map<String, String> entries) {
    java.append("    switch (key) {\n");
    entries.forEach(
        (key, value) ->
            java.append("      case ")
                .append(literal(key))
                .append(":\n        return ")
                .append(literal(value))
                .append(";\n"));
    java.append("      default:\n        return \"\";\n    }\n");
  }

  /** The keys and their values by index: for what has to look at all of them. */
  TableClass all(String method, Map<String, String> entries) {
    return texts(method + "Key", List.copyOf(entries.keySet()))
        .texts(method, List.copyOf(entries.values()));
  }

  void write(Path folder) throws IOException {
    Path file = folder.resolve(name + ".java");
    String text = java + "}\n";
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c == '\n') {
        literal.append("\\n");
      } else if (c == '\t') {
        literal.append("\\t");
      } else if (c < 0x20) {
        literal.append('\\').append(String.format("%03o", (int) c));
      } else if (c < 0x7f) {
        literal.append(c);
      } else {
        literal.append(String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }
}
