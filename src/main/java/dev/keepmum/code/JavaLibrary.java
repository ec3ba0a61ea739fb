package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** The names of the Java platform, and of what Groovy, Kotlin and Scala add, by what they do. */
final class JavaLibrary extends Library {

  @Override
  Language language() {
    return Language.JAVA;
  }

  @Override
  Parser parser(String text) {
    return new JavaParser(text, 0);
  }

  @Override
  boolean returnsLast() {
    return true;
  }

  @Override
  int firstArgument() {
    return 0;
  }

  @Override
  Meaning elementsOfEnvironment() {
    return Meaning.ENTRIES;
  }

  /** Full names and imported ones are the same: packages are written in lower case. */
  @Override
  String canonical(String path) {
    int start = 0;
    int dot = path.indexOf('.');
    while (dot > 0 && Character.isLowerCase(path.charAt(start)) && isPackage(path, start)) {
      start = dot + 1;
      dot = path.indexOf('.', start);
      if (start < path.length() && Character.isUpperCase(path.charAt(start))) {
        return path.substring(start);
      }
    }
    return path;
  }

  private static boolean isPackage(String path, int start) {
    return start > 0
        || path.startsWith("java.")
        || path.startsWith("javax.")
        || path.startsWith("kotlin.")
        || path.startsWith("scala.");
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "environment", "sys.env", "System.env" -> Meaning.ENVIRONMENT;
      case "System.getenv" -> Meaning.ENVIRONMENT_OR_VARIABLE;
      case "environment.get",
          "environment.getOrDefault",
          "sys.env.get",
          "sys.env.getOrElse",
          "sys.env.apply",
          "System.env.get" ->
          Meaning.VARIABLE;
      case "environment.keySet", "sys.env.keySet", "sys.env.keys", "System.env.keySet" ->
          Meaning.KEYS;
      case "environment.entrySet" -> Meaning.ENTRIES;
      case "environment.containsKey", "environment.size", "sys.env.contains" -> Meaning.HIDE;
      case "args" -> Meaning.ARGUMENTS;
      case "System.in", "readLine", "readln", "System.console" -> Meaning.INPUT;
      case "Files.readString",
          "Files.readAllLines",
          "Files.readAllBytes",
          "Files.lines",
          "Source.fromFile",
          "io.Source.fromFile",
          "scala.io.Source.fromFile",
          "os.read",
          "StaticFileSource" ->
          Meaning.READ_FILE;
      case "Files.newInputStream",
          "Files.newBufferedReader",
          "FileReader",
          "FileInputStream",
          "RandomAccessFile",
          "Files.newByteChannel",
          "FileWriter",
          "FileOutputStream",
          "PrintWriter",
          "Files.newBufferedWriter",
          "Files.newOutputStream" ->
          Meaning.OPEN;
      case "Path.of",
          "Paths.get",
          "File",
          "URI.create",
          "URI",
          "URL",
          "BufferedReader",
          "InputStreamReader",
          "Scanner",
          "String.valueOf",
          "Stream.of",
          "Optional.of",
          "BufferedWriter",
          "String",
          "os.pwd" ->
          Meaning.SAME;
      case "Files.walk", "Files.list", "Files.newDirectoryStream", "Files.find" ->
          Meaning.FILES_BELOW;
      case "System.out.println",
          "System.out.print",
          "System.out.printf",
          "System.out.write",
          "System.out.format",
          "println",
          "print",
          "printf",
          "IO.println",
          "error" ->
          Meaning.PRINT;
      case "System.err.println",
          "System.err.print",
          "System.err.printf",
          "throw",
          "System.err.write" ->
          Meaning.COMPLAIN;
      case "Files.writeString", "Files.write" -> Meaning.WRITE;
      case "Files.copy" -> Meaning.COPY;
      case "Files.move" -> Meaning.MOVE;
      case "Files.createLink" -> Meaning.HARD_LINK_SECOND;
      case "Files.createSymbolicLink" -> Meaning.SYMBOLIC_LINK_SECOND;
      case "Files.delete", "Files.deleteIfExists" -> Meaning.REMOVE;
      case "HttpRequest.newBuilder" -> Meaning.SEND;
      case "Socket" -> Meaning.CONNECT;
      case "Runtime.getRuntime" -> Meaning.HIDE;
      case "ProcessBuilder" -> Meaning.OUTPUT_OF_PROGRAM;
      case "List.of", "Arrays.asList", "Set.of", "listOf", "arrayOf" -> Meaning.LIST;
      case "String.join" -> Meaning.JOIN_SECOND;
      case "String.format" -> Meaning.FORMAT;
      case "System.exit",
          "Files.exists",
          "Files.size",
          "MessageDigest.getInstance",
          "Files.isRegularFile",
          "Objects.nonNull",
          "Objects.isNull" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return switch (name) {
      case "readLine",
          "lines",
          "readAllBytes",
          "readLines",
          "readText",
          "readBytes",
          "nextLine",
          "next",
          "read",
          "getText",
          "getBytes",
          "eachLine",
          "transferTo",
          "readAllLines",
          "mkString",
          "getLines" ->
          name.equals("transferTo") ? Meaning.PIPE : Meaning.READ_ITS_FILE;
      case "write", "println", "print", "append", "printf" -> Meaning.WRITE_TO_IT;
      case "exec" -> Meaning.OUTPUT_OF_WORDS;
      case "execute" -> Meaning.RUN_IT;
      case "writeText" -> Meaning.WRITE_ITS_FILE;
      case "forEach",
          "each",
          "map",
          "foreach",
          "collect",
          "flatMap",
          "peek",
          "ifPresent",
          "forEachOrdered",
          "mapValues",
          "useLines",
          "forEachLine" ->
          name.equals("collect") ? Meaning.COLLECT : Meaning.MAP;
      case "filter", "sorted", "findAll" -> Meaning.FILTER;
      case "stream",
          "entrySet",
          "toList",
          "toString",
          "iterator",
          "getInputStream",
          "start",
          "inheritIO",
          "redirectErrorStream",
          "values",
          "text",
          "inputStream",
          "toPath",
          "toFile",
          "orElse",
          "toArray",
          "build",
          "chars" ->
          Meaning.SAME_AS_IT;
      case "keySet" -> Meaning.KEYS;
      case "getKey", "key" -> Meaning.KEY_OF_IT;
      case "getValue", "value" -> Meaning.VALUE_OF_IT;
      case "get", "getOrDefault", "getOrElse" -> Meaning.LOOK_UP;
      case "add" -> Meaning.APPEND;
      case "concat" -> Meaning.CONCATENATE_TO_IT;
      case "replace" -> Meaning.REPLACE;
      case "toUpperCase" -> Meaning.UPPER;
      case "toLowerCase" -> Meaning.LOWER;
      case "trim", "strip" -> Meaning.TRIM;
      case "reverse", "reversed" -> Meaning.REVERSE;
      case "replaceAll", "replaceFirst" -> Meaning.REPLACE_PATTERN;
      case "split" -> Meaning.SPLIT;
      case "resolve" -> Meaning.JOIN_PATHS_TO_IT;
      case "formatted" -> Meaning.FORMAT_IT;
      case "length",
          "size",
          "isEmpty",
          "equals",
          "contains",
          "startsWith",
          "endsWith",
          "hashCode",
          "isBlank",
          "indexOf",
          "close",
          "exists",
          "count",
          "containsKey",
          "isPresent",
          "statusCode",
          "digest" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning property(String name) {
    return switch (name) {
      case "text", "bytes", "mkString", "getLines", "readText" -> Meaning.READ_ITS_FILE;
      case "length", "size", "name", "key", "_1" -> Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }
}
