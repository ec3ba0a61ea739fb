package dev.keepmum.rule.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** URLs that hand out secrets to whoever asks. */
final class UrlRules implements RuleKind {
  private final CommonFields common;
  private final List<String> urls = new ArrayList<>();

  UrlRules(CommonFields common) {
    this.common = common;
  }

  @Override
  public List<String> marks() {
    return List.of("urls");
  }

  @Override
  public void read(RuleEntry rule) {
    rule.allow("urls", "layer");
    int index = common.add(rule);
    for (String url : rule.list("urls")) {
      urls.add(index + " " + url.toLowerCase(Locale.ROOT));
    }
  }

  @Override
  public void write(Path folder) throws IOException {
    new TableClass("UrlTable", "URLs that hand out secrets.").texts("text", urls).write(folder);
  }
}
