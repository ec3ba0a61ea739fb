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
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks through all strings of an output and notes what has to stand in other words. Short strings
 * are looked through together first: an output may have very many, and hardly ever a secret in one.
 */
final class OutputSearch implements JsonValue.Visitor<OutputSearch> {
  private static final int MAX_REPORTED = 1000;
  private static final int SHORT = 4096;
  private static final int BATCH = 1 << 16;

  /** A text of the output, and where it stands. */
  private record Leaf(JsonString string, String place, boolean isName) {}

  private final Redactor redactor;
  private final JsonObject input;
  private final String directory;
  private final Map<JsonString, TextPatches> patches = new IdentityHashMap<>();
  private final List<Replacement> replaced = new ArrayList<>();
  private final List<Replacement> kept = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<Leaf> batch = new ArrayList<>();
  private final StringBuilder batchText = new StringBuilder();

  /** Where the search is, as one would write it: {@code content[0].text}. */
  private String place = "";

  private Needles needles;
  private TextSearch search;
  private StandIns standIns;

  OutputSearch(Redactor redactor, JsonObject input, String directory) {
    this.redactor = redactor;
    this.input = input;
    this.directory = directory;
  }

  Redaction redaction(JsonValue output) {
    output.accept(this);
    finishBatch();
    return new Redaction(patches, replaced, kept, search == null || search.isComplete());
  }

  /** The machine's secrets are gathered once there is a text to compare them with. */
  private TextSearch search() {
    if (search == null) {
      needles = redactor.needles(input, directory);
      search = redactor.search(needles);
    }
    return search;
  }

  private StandIns standIns() {
    if (standIns == null) {
      standIns = new StandIns(needles);
    }
    return standIns;
  }

  @Override
  public OutputSearch object(JsonObject object) {
    String here = place;
    for (JsonMember member : object.members().values()) {
      place = here.isEmpty() ? member.name() : here + "." + member.name();
      member.value().accept(this);
      if (member.name().length() >= Needles.WINDOW && names.add(member.name())) {
        String where = here.isEmpty() ? "a name" : "a name in " + here;
        add(new Leaf(new JsonString(member.name(), member.position()), where, true));
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
    if (string.value().length() >= Needles.WINDOW) {
      add(new Leaf(string, place, false));
    }
    return this;
  }

  private void add(Leaf leaf) {
    String text = leaf.string.value();
    if (text.length() > SHORT) {
      finishBatch();
      inspect(leaf);
      return;
    }
    batch.add(leaf);
    batchText.append(text).append('\n');
    if (batchText.length() > BATCH) {
      finishBatch();
    }
  }

  /** Looks through the batch as one text, and then through those that have a secret in them. */
  private void finishBatch() {
    if (batch.size() < 2) {
      for (Leaf leaf : batch) {
        inspect(leaf);
      }
    } else {
      Hits hits = new Hits(batch);
      search().find(batchText.toString(), hits);
      for (Leaf leaf : hits.hit) {
        inspect(leaf);
      }
    }
    batch.clear();
    batchText.setLength(0);
  }

  private void inspect(Leaf leaf) {
    String text = leaf.string.value();
    if (leaf.isName) {
      search().find(text, new Keeping(leaf.place));
    } else if (BinaryText.isIn(text)) {
      keepBinary(text, leaf.place);
    } else {
      Replacing replacing = new Replacing(text, leaf.place);
      search().find(text, replacing);
      if (!replacing.text.isEmpty()) {
        patches.put(leaf.string, replacing.text);
      }
    }
  }

  /** The shape of a secret comes up in a picture by chance; one of this machine's own does not. */
  private void keepBinary(String text, String where) {
    search();
    List<FoundSecret> secrets = new ArrayList<>();
    needles.find(text, secrets);
    Keeping keeping = new Keeping(where);
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

  /** Notes in which texts of a batch there is a secret. */
  private static final class Hits implements TextSearch.Listener {
    private final List<Leaf> batch;
    private final List<Leaf> hit = new ArrayList<>();
    private int at;
    private int start;

    Hits(List<Leaf> batch) {
      this.batch = batch;
    }

    @Override
    public void found(FoundSecret secret) {
      while (at < batch.size() && end() <= secret.start()) {
        start = end();
        at++;
      }
      int reached = start;
      for (int i = at; i < batch.size() && reached < secret.end(); i++) {
        if (hit.isEmpty() || hit.get(hit.size() - 1) != batch.get(i)) {
          hit.add(batch.get(i));
        }
        reached += batch.get(i).string.value().length() + 1;
      }
    }

    private int end() {
      return start + batch.get(at).string.value().length() + 1;
    }
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
    private final String where;
    private final TextPatches text = new TextPatches();
    private int line = 1;
    private int lineStart;
    private int lineEnd;

    Replacing(String original, String where) {
      this.original = original;
      this.where = where;
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
      return where.isEmpty() ? inText : where + ":" + inText;
    }
  }
}
