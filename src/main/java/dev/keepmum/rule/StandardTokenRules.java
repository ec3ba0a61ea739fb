package dev.keepmum.rule;

/** The tokens that the rule book knows; a shape is read when its keyword is found. */
final class StandardTokenRules extends TokenRules {
  static final StandardTokenRules RULES = new StandardTokenRules();

  /** Characters that patterns may look at in any text. */
  private static final int SPARE_EFFORT = 1 << 16;

  private final TokenShape[] shapes = new TokenShape[TokenTrie.shapes()];

  private StandardTokenRules() {
    super(KeywordTrie.standard());
  }

  @Override
  int count() {
    return shapes.length;
  }

  /** Shapes are immutable: two threads may make the same one. */
  @Override
  TokenShape shape(int number) {
    TokenShape shape = shapes[number];
    if (shape == null) {
      shape = TokenShape.read(TokenTable.text(number));
      shapes[number] = shape;
    }
    return shape;
  }

  @Override
  Rule rule(int number) {
    return RuleReader.rule(shape(number).rule());
  }

  @Override
  long keywords(int end) {
    return Long.MAX_VALUE;
  }

  @Override
  long effort(int end) {
    return SPARE_EFFORT + end / 2;
  }
}
