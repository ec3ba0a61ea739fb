package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program that makes one text of another, which is done where the text is known. */
abstract class TextTransform implements Behaviour {

  @Override
  public void run(Invocation call) {
    Content input = call.files().known(Reading.gather(call));
    Content output = input.texts().isEmpty() ? unknown(call, input) : transformed(call, input);
    List<Content> targets = call.arguments().values(dev.keepmum.rule.Role.WRITE);
    for (Content target : targets) {
      call.write(target, output);
    }
    if (targets.isEmpty()) {
      call.print(output);
    }
  }

  private Content transformed(Invocation call, Content input) {
    List<String> texts = new ArrayList<>();
    boolean complete = true;
    for (String text : input.texts()) {
      Optional<String> result = Content.isPartial(text) ? Optional.empty() : transform(call, text);
      if (result.isEmpty()) {
        complete = false;
      } else {
        texts.add(result.get());
      }
    }
    Content output = input.derived().withTexts(texts);
    if (complete && !input.isOpen()) {
      return texts.size() == 1 && !input.hasSecrets()
          ? Content.text(texts.get(0))
          : Content.oneOf(texts).withSecrets(output.secrets());
    }
    return complete ? output : unknown(call, input).withTexts(texts);
  }

  /** The text that becomes of a text; empty where that cannot be told. */
  abstract Optional<String> transform(Invocation call, String text);

  /** What becomes of a text that nobody knows. */
  Content unknown(Invocation call, Content input) {
    return input.derived();
  }
}
