package dev.keepmum.scan.redact;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.TextPatches;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Looks through all strings of an output and notes what has to stand in other words. */
final class OutputSearch implements JsonValue.Visitor<OutputSearch> {
  private static final int MAX_REPORTED = 1000;

  private final TextSearch search;
  private final Needles needles;
  private final Map<JsonString, TextPatches> patches = new IdentityHashMap<>();
  private final List<Replacement> replaced = new ArrayList<>();
  private final List<Replacement> kept = new ArrayList<>();

  /** Where the search is, as one would write it: {@code content[0].text}. */
  private String place = "";

  private StandIns standIns;

  OutputSearch(TextSearch search, Needles needles) {
    this.search = search;
    this.needles = needles;
  }

  Redaction redaction(JsonValue output) {
    output.accept(this);
    return new Redaction(patches, replaced, kept, search.isComplete());
  }

  @Override
  public OutputSearch object(JsonObject object) {
    String here = place;
    for (JsonMember member : object.members().values()) {
      place = here.isEmpty() ? member.name() : here + "." + member.name();
      member.value().accept(this);
      if (member.name().length() >= Needles.WINDOW) {
        search.find(member.name(), new Keeping(here.isEmpty() ? "a name" : "a name in " + here));
      }
    }
    place = here;
    return this;
  }

  @Override
  public OutputSearch array(JsonArray array) {
    String here = place;
    for (int i = 0; i < array.elements().size(); i++) {
      place = here + "[" + i + "]";
      array.elements().get(i).accept(this);
    }
    place = here;
    return this;
  }

  @Override
  public OutputSearch string(JsonString string) {
    String text = string.value();
    if (text.length() < Needles.WINDOW) {
      return this;
    }
    if (BinaryText.isIn(text)) {
      keepBinary(text);
      return this;
    }
    Replacing replacing = new Replacing(text);
    search.find(text, replacing);
    if (!replacing.text.isEmpty()) {
      patches.put(string, replacing.text);
    }
    return this;
  }

  /** The shape of a secret comes up in a picture by chance; one of this machine's own does not. */
  private void keepBinary(String text) {
    List<FoundSecret> secrets = new ArrayList<>();
    needles.find(text, secrets);
    Keeping keeping = new Keeping(place);
    for (FoundSecret secret : secrets) {
      keeping.found(secret);
    }
  }

  @Override
  public OutputSearch number(JsonNumber number) {
    return this;
  }

  @Override
  public OutputSearch truth(JsonBoolean truth) {
    return this;
  }

  @Override
  public OutputSearch nothing(JsonNull nothing) {
    return this;
  }

  private StandIns standIns() {
    if (standIns == null) {
      standIns = new StandIns(needles);
    }
    return standIns;
  }

  /** Notes what stands where nothing can be replaced. */
  private final class Keeping implements TextSearch.Listener {
    private final String where;

    Keeping(String where) {
      this.where = where;
    }

    @Override
    public void found(FoundSecret secret) {
      if (kept.size() < MAX_REPORTED) {
        kept.add(new Replacement(secret.rule(), where, standIns().of(secret)));
      }
    }
  }

  /** Puts stand-ins into one text. */
  private final class Replacing implements TextSearch.Listener {
    private final String original;
    private final TextPatches text = new TextPatches();
    private int line = 1;
    private int lineStart;
    private int lineEnd;

    Replacing(String original) {
      this.original = original;
      this.lineEnd = endOfLine(0);
    }

    private int endOfLine(int from) {
      int end = original.indexOf('\n', from);
      return end < 0 ? original.length() : end;
    }

    @Override
    public void found(FoundSecret secret) {
      String standIn = standIns().of(secret);
      text.add(secret.start(), secret.end(), standIn);
      if (replaced.size() < MAX_REPORTED) {
        replaced.add(new Replacement(secret.rule(), placeOf(secret), standIn));
      }
    }

    private String placeOf(FoundSecret secret) {
      while (lineEnd < secret.start()) {
        line++;
        lineStart = lineEnd + 1;
        lineEnd = endOfLine(lineStart);
      }
      String inText = line + ":" + (secret.start() - lineStart + 1);
      return place.isEmpty() ? inText : place + ":" + inText;
    }
  }
}
