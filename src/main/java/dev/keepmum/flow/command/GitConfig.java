package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** git config and git remote: settings of a file that is named, or of the repository. */
final class GitConfig implements Behaviour {

  private static final Content CONFIG = Content.text(".git/config");

  private static final Content GLOBAL = Content.text("~/.gitconfig");

  /** Keys under which a secret may stand; what looks for none of them finds none. */
  private static final List<String> SECRET_KEYS =
      List.of(
          "remote.origin.url",
          "remote.origin.pushurl",
          "remote.upstream.url",
          "url.https://github.com/.insteadof",
          "http.extraheader",
          "http.https://github.com/.extraheader",
          "credential.helper",
          "sendemail.smtppass",
          "submodule.lib.url");

  @Override
  public void run(Invocation call) {
    if (call.arguments().isSet(Role.HARMLESS)) {
      return;
    }
    List<Content> files = call.arguments().values(Role.READ);
    if (!files.isEmpty()) {
      Content content = Content.UNKNOWN;
      for (Content file : files) {
        content = content.withSecrets(call.read(file).secrets());
      }
      call.print(content.derived());
      return;
    }
    if (!call.rule().flags().containsKey("--get-url")) { // What is only asked is not stored.
      store(call);
    }
    if (printsUrls(call)) {
      Content config = call.read(call.arguments().hasOption("--global") ? GLOBAL : CONFIG);
      Content shown = isHarmlessRemote(call, config) ? config.withoutSecrets() : config;
      call.print(listsUrls(call) ? urls(shown) : shown.derived());
    }
  }

  /** Whether nothing but the URLs of other repositories is shown. */
  private static boolean listsUrls(Invocation call) {
    return !call.rule().flags().containsKey("--list");
  }

  private static Content urls(Content config) {
    List<Secret> secrets = new ArrayList<>();
    for (Secret secret : config.secrets()) {
      secrets.add(secret.opaque().assignedTo("url"));
    }
    return secrets.isEmpty()
        ? Content.UNKNOWN
        : Content.text(Content.UNKNOWN_PART + "\n").withSecrets(secrets).opened();
  }

  /** A value that is set stays in the configuration, where others read it. */
  private static void store(Invocation call) {
    List<Content> operands = call.arguments().operands();
    for (Content operand : operands) {
      call.context().sinks().publish(operand, call.name());
    }
    if (operands.size() > 1) {
      String name = operands.get(operands.size() - 2).textOr("");
      GitSetting.run(call, name, operands.get(operands.size() - 1));
    }
  }

  /** Whether only a remote is asked for whose section of a known file holds nothing secret. */
  private static boolean isHarmlessRemote(Invocation call, Content config) {
    List<Content> operands = call.arguments().operands();
    List<String> paths = call.resolve(CONFIG);
    boolean remote = call.rule().output() == CommandRule.Output.CONTENT;
    if (!remote || operands.size() != 1 || paths.size() != 1 || !operands.get(0).isSingleText()) {
      return false;
    }
    Optional<String> text =
        call.files().isWritten(paths.get(0)) ? Optional.empty() : call.files().text(paths.get(0));
    if (text.isEmpty() || text.get().contains("insteadOf")) {
      return false;
    }
    byte[] section =
        section(text.get(), operands.get(0).textOr("")).getBytes(StandardCharsets.UTF_8);
    for (Secret secret : config.secrets()) {
      if (call.rules().holdsSecret(secret.rule(), section)) {
        return false;
      }
    }
    return true;
  }

  /** What stands under the heading of a remote; empty where there is none. */
  private static String section(String config, String remote) {
    int start = config.indexOf("[remote \"".concat(remote).concat("\"]"));
    int end = start < 0 ? -1 : config.indexOf("\n[", start);
    return start < 0 ? "" : config.substring(start, end < 0 ? config.length() : end);
  }

  /** Whether a pattern of names can find none under which a secret stands. */
  private static boolean findsOthers(Invocation call) {
    List<Content> operands = call.arguments().operands();
    if (!call.arguments().hasOption("--get-regexp")
        || operands.size() != 1
        || !operands.get(0).isSingleText()) {
      return false;
    }
    List<String> patterns = operands.get(0).texts();
    LinePattern pattern = LinePattern.of(patterns, LinePattern.Dialect.EXTENDED, true, false);
    for (String key : SECRET_KEYS) {
      if (pattern.takes(key)) {
        return false;
      }
    }
    return true;
  }

  private static boolean printsUrls(Invocation call) {
    if (findsOthers(call)) {
      return false;
    }
    if (call.arguments().isSet(Role.SHOWS) || call.rule().output() == CommandRule.Output.CONTENT) {
      return true;
    }
    List<Content> operands = call.arguments().operands();
    for (Content operand : operands) {
      String key = operand.textOr("");
      if (key.endsWith(".url") || key.endsWith(".pushurl") || key.endsWith("extraheader")) {
        return operands.size() == 1 || call.arguments().hasOption("--get-all");
      }
    }
    return false;
  }
}
