package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes scripts from the grammar, and breaks them by moving, dropping and adding pieces. */
final class RandomScripts {
  private static final String[] WORDS = {
    "a",
    "-x",
    "x=1",
    "in",
    "do",
    "if",
    "then",
    "done",
    "esac",
    "!",
    "{",
    "}",
    "time",
    "1",
    "[[",
    "]]",
    "a=",
    "#c",
    "a#b",
    "~",
    "*",
    "==",
    "function",
    "[",
    "-f",
    "'a b'",
    "'$('",
    "';'",
    "$x",
    "${x}",
    "$$",
    "\\ ",
    "\\\n",
    "\\(",
    "\"$x\"",
    "\"'\"",
    "\"\\\"\"",
    "b\"c\"",
    "{a,b}",
    "[a-z]",
    "$'a\\'b'",
    "$\"a\"",
    "`a`",
    "$((a+b))",
    "$((a+b) )",
    "${x:-$y}"
  };
  private static final String[] STRAY = {
    "(",
    ")",
    "{",
    "}",
    ";",
    "&",
    "|",
    "\n",
    " ",
    "\"",
    "'",
    "`",
    "$(",
    "${",
    "((",
    "))",
    "[[",
    "]]",
    "<",
    ">",
    "<<",
    "if",
    "then",
    "fi",
    "do",
    "done",
    "case",
    "in",
    "esac",
    ";;",
    "!",
    "time",
    "&&",
    "||",
    "#",
    "\\",
    "for",
    "x",
    "=",
    "while",
    "else",
    "elif",
    "function",
    "coproc",
    "select"
  };
  private static final String[] REDIRECTIONS = {
    " >", " 2>", " {fd}>", " <", " >>", " >&", " <&", " <>", " >|", " &>", " <<<", " &>>"
  };

  private final Random random;
  private final List<String> pieces = new ArrayList<>();

  private RandomScripts(Random random) {
    this.random = random;
  }

  static String script(Random random) {
    RandomScripts scripts = new RandomScripts(random);
    scripts.script(random.nextInt(4));
    return String.join("", scripts.pieces);
  }

  static String brokenScript(Random random) {
    RandomScripts scripts = new RandomScripts(random);
    scripts.script(random.nextInt(4));
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      scripts.breakSomething();
    }
    return String.join("", scripts.pieces);
  }

  private void breakSomething() {
    int at = random.nextInt(pieces.size());
    int other = random.nextInt(pieces.size());
    switch (random.nextInt(4)) {
      case 0 -> pieces.set(at, "");
      case 1 -> pieces.add(at, one(STRAY));
      case 2 -> pieces.add(at, pieces.get(other));
      default -> {
        String moved = pieces.get(at);
        pieces.set(at, pieces.get(other));
        pieces.set(other, moved);
      }
    }
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private void add(String... added) {
    pieces.addAll(List.of(added));
  }

  private void script(int depth) {
    andOr(depth);
    while (chance(0.4)) {
      add(one(";", "\n", " &", " ;\n", "\n\n", " # c\n"));
      andOr(depth);
    }
    if (chance(0.3)) {
      add(one(";", "\n", " &"));
    }
  }

  private void body(int depth) {
    script(depth);
    add(one(";", "\n", ";"));
  }

  private void andOr(int depth) {
    pipeline(depth);
    while (chance(0.2)) {
      add(one(" && ", " || ", " &&\n"));
      pipeline(depth);
    }
  }

  private void pipeline(int depth) {
    if (chance(0.1)) {
      add(one("! ", "time ", "time -p ", "! ! "));
    }
    command(depth);
    while (chance(0.2)) {
      add(one(" | ", " |& ", " |\n"));
      command(depth);
    }
  }

  private void command(int depth) {
    int inner = depth - 1;
    switch (depth < 1 ? 0 : random.nextInt(20)) {
      case 1 -> {
        add("(");
        script(inner);
        add(")");
        redirections(inner);
      }
      case 2 -> {
        add("{ ");
        body(inner);
        add("}");
        redirections(inner);
      }
      case 3 -> ifElse(inner);
      case 4 -> {
        add(one("while ", "until "));
        body(inner);
        doDone(inner);
      }
      case 5 -> forLoop(inner);
      case 6 -> caseOf(inner);
      case 7 -> {
        add(one("f()", "f ()", "function f ", "function f() ", "f() \n"), " ");
        command(inner);
      }
      case 8 -> {
        add("[[");
        condition(3);
        add("]]");
        redirections(inner);
      }
      case 9 -> add("((", one("1", "a=b", "(a)", "a>b", "$x"), one("))", ") )", "))"));
      case 10 -> {
        add("coproc ", one("", "n "));
        command(inner);
      }
      case 11 -> hereDocument();
      default -> simple(depth);
    }
  }

  private void simple(int depth) {
    while (chance(0.3)) {
      add(one("x=", "y+=", "a[1]="));
      word(depth);
      add(" ");
    }
    if (chance(0.1)) {
      add("a=(");
      word(depth);
      add(" [1]=b) ");
    }
    add(one("a", "echo", "declare", "export", "let", "eval"));
    while (chance(0.6)) {
      add(" ");
      word(depth);
    }
    redirections(depth);
  }

  private void redirections(int depth) {
    while (chance(0.15)) {
      add(one(REDIRECTIONS));
      word(depth);
    }
  }

  private void hereDocument() {
    add("a <<" + one("E", "'E'", "-E"), one("", " ; b", " | c"), "\n");
    add(one("x\n", "$x\n", "$(\n", "\tE\n", "\"\n", ""), "E\n");
  }

  private void ifElse(int depth) {
    add("if ");
    body(depth);
    add(" then ");
    body(depth);
    while (chance(0.3)) {
      add(" elif ");
      body(depth);
      add(" then ");
      body(depth);
    }
    if (chance(0.3)) {
      add(" else ");
      body(depth);
    }
    add(" fi");
    redirections(depth);
  }

  private void doDone(int depth) {
    if (chance(0.8)) {
      add(" do ");
      body(depth);
      add(" done");
    } else {
      add("{ ");
      body(depth);
      add("}");
    }
  }

  private void forLoop(int depth) {
    if (chance(0.3)) {
      add("for ((", one("", "i=0"), ";", one("", "i<1"), ";", one("", "i++"), "))", one(";", "\n"));
    } else {
      add(one("for ", "select "), one("x", "in", "1"), " in ");
      word(depth);
      add(one(";", "\n"));
    }
    doDone(depth);
  }

  private void caseOf(int depth) {
    add("case ");
    word(depth);
    add(one(" in ", "\nin\n", " in\n"));
    while (chance(0.6)) {
      add(one("", "("));
      word(depth);
      while (chance(0.3)) {
        add(one("|", " | "));
        word(depth);
      }
      add(")");
      script(depth);
      add(one(";;", ";;\n", ";&", ";;&"));
    }
    add(one(" esac", "\nesac"));
    redirections(depth);
  }

  private void condition(int depth) {
    switch (depth < 1 ? 0 : random.nextInt(6)) {
      case 1 -> {
        add(one(" -f ", " -z ", " -v "));
        word(0);
        add(" ");
      }
      case 2, 3 -> {
        add(" ");
        word(1);
        add(one(" == ", " != ", " =~ ", " < ", " -eq "));
        word(1);
        add(" ");
      }
      case 4 -> {
        condition(depth - 1);
        add(one("&&", "||"));
        condition(depth - 1);
      }
      case 5 -> {
        add(" (");
        condition(depth - 1);
        add(") ");
      }
      default -> {
        add(" ");
        word(0);
        add(" ");
      }
    }
  }

  private void word(int depth) {
    if (depth < 1 || chance(0.7)) {
      add(one(WORDS));
    } else if (chance(0.5)) {
      String open = one("$(", "\"$(", "<(", ">(");
      add(open);
      script(depth - 1);
      add(open.startsWith("\"") ? ")\"" : ")");
    } else {
      String open = one("${x:-", "\"${x:-", "${x#", "${x/", "\"${x#");
      add(open);
      word(depth - 1);
      add(open.startsWith("\"") ? "}\"" : "}");
    }
  }
}
