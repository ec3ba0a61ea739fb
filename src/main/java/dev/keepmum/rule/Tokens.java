package dev.keepmum.rule;

import java.util.List;

final class Tokens {
  private Tokens() {}

  static List<TokenMatch> find(String text) {
    return List.of();
  }
}
