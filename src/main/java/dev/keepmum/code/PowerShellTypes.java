package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What .NET members and conversions do with values, as far as PowerShell one-liners use them. */
final class PowerShellTypes {
  /** Where PSReadLine keeps what was typed. */
  private static final Value HISTORY =
      new Value.Joined(
          List.of(
              new Value.ReadVariable(new Value.Text("HOME")),
              new Value.Text("/.local/share/powershell/PSReadLine/ConsoleHost_history.txt")));

  private final PowerShellProgram program;

  /** Values that were split at an equals sign, by their pieces: the first may be a name. */
  private final Map<Value, Value> assignments = new IdentityHashMap<>();

  PowerShellTypes(PowerShellProgram program) {
    this.program = program;
  }

  /** A property of a value. */
  Value property(Value owner, String name) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "name":
      case "pspath":
      case "fullname":
      case "path":
        return PowerShellListing.of(owner).isPresent() ? owner : Value.UNKNOWN;
      case "count":
      case "length":
      case "longlength":
      case "names":
      case "key":
      case "keys":
        return Value.UNKNOWN;
      case "historysavepath":
        return HISTORY;
      case "value":
      case "values":
      case "syncroot":
      case "environment":
        return owner;
      default:
        return owner instanceof Value.ReadEnvironment && !name.isEmpty()
            ? new Value.ReadVariable(new Value.Text(name))
            : Composition.derive(owner);
    }
  }

  /** An element of an array or a table. */
  Value element(Value owner, Value index) {
    if (owner instanceof Value.ReadEnvironment && index instanceof Value.Text text) {
      return new Value.ReadVariable(text);
    }
    if (owner instanceof Value.OneOf choice) {
      Value element = element(choice.alternatives().get(0), index);
      for (Value other : choice.alternatives().subList(1, choice.alternatives().size())) {
        element = Composition.choice(element, element(other, index));
      }
      return element;
    }
    boolean first = index instanceof Value.Text text && text.text().equals("0");
    if (first && assignments.containsKey(owner)) {
      return Composition.names(assignments.get(owner));
    }
    if (owner instanceof Value.Joined array && index instanceof Value.Text text) {
      return position(array.parts(), text.text());
    }
    if (first && owner instanceof Value.Text text && !text.text().isEmpty()) {
      return Composition.choice(owner, Composition.text(text.text().substring(0, 1)));
    }
    return owner instanceof Value.ReadEnvironment ? owner : Composition.derive(owner);
  }

  /**
   * Keeps what {@code -match} finds: all that matched, and its groups, the first of which may be a
   * name in front of an equals sign.
   */
  void keepMatches(Value subject, Value pattern) {
    Value derived = Composition.derive(subject);
    String written = pattern instanceof Value.Text text ? text.text() : "";
    int close = written.indexOf(')');
    boolean names = written.startsWith("^(") && written.startsWith("=", close + 1);
    Value first = names ? Composition.names(subject) : derived;
    program.memory.set(
        "matches", new Value.Joined(List.of(derived, first, derived, derived, derived)));
  }

  private static Value position(List<Value> parts, String index) {
    boolean isPlace = index.length() == 1 && Character.isDigit(index.charAt(0));
    if (isPlace && index.charAt(0) - '0' < parts.size()) {
      return parts.get(index.charAt(0) - '0');
    }
    return index.equals("-1") ? parts.get(parts.size() - 1) : Composition.derive(parts);
  }

  /** The pieces of a value; split at an equals sign, the first of an assignment is its name. */
  Value split(Value owner, Value separator) {
    Value pieces = Composition.derive(List.of(owner, separator));
    if (separator instanceof Value.Text text && text.text().equals("=")) {
      assignments.put(pieces, owner);
    }
    return pieces;
  }

  /** A method of a value. */
  Value call(Value owner, String name, List<Value> arguments) {
    switch (name.toLowerCase(Locale.ROOT)) {
      case "contains":
      case "containskey":
      case "startswith":
      case "endswith":
      case "equals":
      case "indexof":
      case "lastindexof":
      case "gettype":
      case "gethashcode":
      case "compareto":
        return Value.UNKNOWN;
      case "tostring":
      case "trim":
      case "getenumerator":
      case "clone":
        return owner;
      case "item":
      case "get_item":
        return element(owner, argument(arguments, 0));
      case "replace":
        return replaced(owner, arguments);
      case "split":
        return split(owner, argument(arguments, 0));
      case "getstring":
        return decoded(argument(arguments, 0));
      case "getbytes":
      case "add":
      case "append":
        return Composition.derive(with(arguments, owner));
      case "invoke":
      case "invokereturnasis":
        return invoke(owner, arguments);
      case "foreach":
        return invoke(argument(arguments, 0), List.of(owner));
      case "write":
      case "writeline":
        program.emit(new Effect.Print(Composition.joinSpaced(arguments)));
        return Value.UNKNOWN;
      case "expandstring":
        Value quote = new Value.Text("\"");
        return new Value.Output(
            powerShell(Composition.join(List.of(quote, argument(arguments, 0), quote))));
      case "invokescript":
      case "newscriptblock":
        return new Value.Output(powerShell(argument(arguments, 0)));
      case "getnetworkcredential":
      case "retrievepassword":
        return new Value.ReadVault(owner);
      case "downloadstring":
      case "downloaddata":
      case "downloadfile":
      case "openread":
      case "getstringasync":
      case "getasync":
        return send(argument(arguments, 0), Value.UNKNOWN);
      case "uploadstring":
      case "uploaddata":
      case "uploadvalues":
      case "postasync":
      case "putasync":
      case "uploadstringasync":
      case "uploaddataasync":
        return send(argument(arguments, 0), last(arguments));
      case "uploadfile":
      case "uploadfileasync":
        return send(argument(arguments, 0), new Value.ReadFile(last(arguments)));
      default:
        PowerShellProgram.Block method = program.definitions().functionNamed(name);
        return method == null
            ? Composition.derive(with(arguments, owner))
            : program.run(method, arguments, owner);
    }
  }

  private Value invoke(Value owner, List<Value> arguments) {
    PowerShellProgram.Block block = program.blockOf(owner);
    if (block != null) {
      return program.run(block, arguments, argument(arguments, 0));
    }
    return owner instanceof Value.Text
        ? new Value.Output(powerShell(owner))
        : Composition.derive(owner);
  }

  static Effect.Run powerShell(Value text) {
    return new Effect.Run(Language.POWERSHELL, List.of(text), Value.UNKNOWN);
  }

  private static Value replaced(Value owner, List<Value> arguments) {
    if (owner instanceof Value.Text subject
        && argument(arguments, 0) instanceof Value.Text what
        && argument(arguments, 1) instanceof Value.Text with
        && !what.text().isEmpty()) {
      return Composition.text(subject.text().replace(what.text(), with.text()));
    }
    return Composition.derive(with(arguments, owner));
  }

  private Value send(Value destination, Value content) {
    Effect.Send send = new Effect.Send(destination, content);
    program.emit(send);
    return new Value.Response(send);
  }

  /** A static method or property of a type, whose name may begin with {@code System.}. */
  Value staticCall(String type, String member, List<Value> arguments) {
    switch (plain(type)) {
      case "environment":
        return environment(member.toLowerCase(Locale.ROOT), arguments);
      case "io.file":
        return file(member.toLowerCase(Locale.ROOT), arguments);
      case "io.streamreader":
      case "io.filestream":
        return new Value.ReadFile(argument(arguments, 0));
      case "io.path":
        return path(member.toLowerCase(Locale.ROOT), arguments);
      case "convert":
        return convert(member.toLowerCase(Locale.ROOT), arguments);
      case "console":
        return console(member.toLowerCase(Locale.ROOT), arguments);
      case "string":
        return string(member.toLowerCase(Locale.ROOT), arguments);
      case "scriptblock":
        return new Value.Output(powerShell(argument(arguments, 0)));
      case "runtime.interopservices.marshal":
        return marshal(member.toLowerCase(Locale.ROOT), arguments);
      case "net.networkcredential":
      case "security.cryptography.protecteddata":
        return new Value.ReadVault(Composition.derive(arguments));
      case "windows.forms.clipboard":
        return clipboard(member.toLowerCase(Locale.ROOT), arguments);
      case "diagnostics.process":
        program.emit(new Effect.Run(Language.ARGUMENTS, arguments, Value.UNKNOWN));
        return Value.UNKNOWN;
      default:
        return Composition.derive(arguments);
    }
  }

  private static String plain(String type) {
    String lower = type.trim().toLowerCase(Locale.ROOT);
    return lower.startsWith("system.") ? lower.substring(7) : lower;
  }

  private Value environment(String member, List<Value> arguments) {
    switch (member) {
      case "getenvironmentvariable":
        return new Value.ReadVariable(argument(arguments, 0));
      case "getenvironmentvariables":
        return new Value.ReadEnvironment();
      case "expandenvironmentvariables":
        return expanded(argument(arguments, 0));
      case "setenvironmentvariable":
        if (argument(arguments, 0) instanceof Value.Text name) {
          program.emit(new Effect.SetVariable(name.text(), argument(arguments, 1)));
        }
        return Value.UNKNOWN;
      default:
        return Value.UNKNOWN;
    }
  }

  /** Variables written {@code %NAME%}. */
  static Value expanded(Value value) {
    if (!(value instanceof Value.Text)) {
      return Composition.derive(value);
    }
    String text = ((Value.Text) value).text();
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('%'); open >= 0; open = text.indexOf('%', from)) {
      int close = text.indexOf('%', open + 1);
      if (close < 0) {
        break;
      }
      parts.add(Composition.text(text.substring(from, open)));
      if (close > open + 1) {
        parts.add(new Value.ReadVariable(new Value.Text(text.substring(open + 1, close))));
      }
      from = close + 1;
    }
    parts.add(Composition.text(text.substring(from)));
    return Composition.join(parts);
  }

  private Value file(String member, List<Value> arguments) {
    Value first = argument(arguments, 0);
    switch (member) {
      case "readalltext":
      case "readalllines":
      case "readallbytes":
      case "readlines":
      case "readalltextasync":
      case "opentext":
      case "openread":
      case "open":
        return read(first);
      case "writealltext":
      case "writealllines":
      case "writeallbytes":
      case "appendalltext":
      case "appendalllines":
        program.emit(new Effect.Write(first, argument(arguments, 1)));
        return Value.UNKNOWN;
      case "copy":
        program.emit(new Effect.Copy(first, argument(arguments, 1)));
        return Value.UNKNOWN;
      case "move":
      case "replace":
        program.emit(new Effect.Copy(first, argument(arguments, 1)));
        program.emit(new Effect.Remove(first));
        return Value.UNKNOWN;
      case "delete":
        program.emit(new Effect.Remove(first));
        return Value.UNKNOWN;
      default:
        return Value.UNKNOWN;
    }
  }

  private static Value read(Value path) {
    Optional<PowerShellListing> listing = PowerShellListing.of(path);
    return listing.isPresent()
        ? listing.get().contents(Optional.empty())
        : new Value.ReadFile(path);
  }

  private static Value path(String member, List<Value> arguments) {
    if (!member.equals("combine") && !member.equals("join")) {
      return argument(arguments, 0);
    }
    List<Value> parts = new ArrayList<>();
    for (Value argument : arguments) {
      if (!parts.isEmpty()) {
        parts.add(new Value.Text("/"));
      }
      parts.add(argument);
    }
    return Composition.join(parts);
  }

  private static Value convert(String member, List<Value> arguments) {
    if (member.equals("frombase64string") && argument(arguments, 0) instanceof Value.Text text) {
      try {
        byte[] bytes = Base64.getMimeDecoder().decode(text.text());
        return Composition.text(new String(bytes, StandardCharsets.ISO_8859_1));
      } catch (IllegalArgumentException e) {
        return Value.UNKNOWN;
      }
    }
    return Composition.derive(arguments);
  }

  /** Bytes as a text: UTF-16LE where every other byte is zero, else UTF-8. */
  private static Value decoded(Value value) {
    if (!(value instanceof Value.Text)) {
      return Composition.derive(value);
    }
    byte[] bytes = ((Value.Text) value).text().getBytes(StandardCharsets.ISO_8859_1);
    boolean wide = bytes.length > 1 && bytes[1] == 0;
    return Composition.text(
        new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8));
  }

  private Value console(String member, List<Value> arguments) {
    if (member.startsWith("write")) {
      program.emit(new Effect.Print(Composition.joinSpaced(arguments)));
    }
    return member.startsWith("read") ? new Value.ReadInput() : Value.UNKNOWN;
  }

  private static Value string(String member, List<Value> arguments) {
    switch (member) {
      case "join":
      case "concat":
        return Composition.join(
            member.equals("join") && !arguments.isEmpty()
                ? arguments.subList(1, arguments.size())
                : arguments);
      case "format":
        return format(
            argument(arguments, 0),
            arguments.isEmpty() ? arguments : arguments.subList(1, arguments.size()));
      case "isnullorempty":
      case "isnullorwhitespace":
      case "compare":
      case "equals":
        return Value.UNKNOWN;
      default:
        return Composition.derive(arguments);
    }
  }

  /** A secure string is a secret by its type; as a pointer it is one that can be read. */
  private static Value marshal(String member, List<Value> arguments) {
    return member.startsWith("securestringto")
        ? new Value.ReadVault(argument(arguments, 0))
        : Composition.derive(arguments);
  }

  private Value clipboard(String member, List<Value> arguments) {
    boolean sets = member.startsWith("set");
    Effect.Run run =
        new Effect.Run(
            Language.ARGUMENTS,
            List.of(new Value.Text(sets ? "set-clipboard" : "get-clipboard")),
            argument(arguments, 0));
    if (sets) {
      program.emit(run);
      return Value.UNKNOWN;
    }
    return new Value.Output(run);
  }

  /** A cast; truth values and numbers tell nothing of what they were made from. */
  Value cast(String type, Value value) {
    switch (plain(type)) {
      case "bool":
      case "boolean":
      case "switch":
        return Value.UNKNOWN;
      case "void":
        program.drop(value);
        return Value.UNKNOWN;
      case "char":
        return character(value);
      case "char[]":
        List<Value> characters = new ArrayList<>();
        for (Value element : PowerShellExpression.elements(value)) {
          characters.add(character(element));
        }
        return new Value.Joined(characters);
      default:
        return value;
    }
  }

  private static Value character(Value value) {
    if (!(value instanceof Value.Text)) {
      return value;
    }
    String text = ((Value.Text) value).text();
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    int code = 0;
    for (int i = hex ? 2 : 0; i < text.length() && i < 7; i++) {
      int digit = Character.digit(text.charAt(i), hex ? 16 : 10);
      if (digit < 0) {
        return value;
      }
      code = code * (hex ? 16 : 10) + digit;
    }
    return Composition.text(String.valueOf((char) code));
  }

  /** What {@code -f} makes of a format with {@code {0}} in it. */
  static Value format(Value format, List<Value> arguments) {
    if (!(format instanceof Value.Text)) {
      return Composition.derive(with(arguments, format));
    }
    String text = ((Value.Text) format).text();
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      parts.add(Composition.text(text.substring(from, open)));
      int index = open + 1 < close ? text.charAt(open + 1) - '0' : -1;
      if (index >= 0 && index < arguments.size()) {
        parts.add(arguments.get(index));
      }
      from = close + 1;
    }
    parts.add(Composition.text(text.substring(from)));
    return Composition.join(parts);
  }

  /** What a character stands for behind a backtick. */
  static char escaped(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case '0':
        return '\0';
      default:
        return c;
    }
  }

  private static List<Value> with(List<Value> arguments, Value owner) {
    List<Value> all = new ArrayList<>(arguments);
    all.add(0, owner);
    return all;
  }

  private static Value argument(List<Value> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : Value.UNKNOWN;
  }

  private static Value last(List<Value> arguments) {
    return argument(arguments, arguments.size() - 1 < 0 ? 0 : arguments.size() - 1);
  }
}
