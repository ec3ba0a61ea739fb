package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** The names of Node.js, Deno, Bun and the web platform by what they do. */
final class JavaScriptLibrary extends Library {

  @Override
  Language language() {
    return Language.JAVASCRIPT;
  }

  @Override
  Parser parser(String text) {
    return new JavaScriptParser(text, 0);
  }

  @Override
  boolean variablesAreMembers() {
    return true;
  }

  @Override
  int firstArgument() {
    return 2;
  }

  @Override
  String canonical(String path) {
    String plain = path;
    if (plain.startsWith("node:")) {
      plain = plain.substring("node:".length());
    }
    if (plain.startsWith("fs/promises") || plain.startsWith("fs-extra")) {
      plain = "fs" + plain.substring(plain.startsWith("fs-") ? 8 : 11);
    }
    if (plain.startsWith("fs.promises") || plain.startsWith("fs.default")) {
      plain =
          plain.equals("fs.promises")
              ? "fs"
              : "fs"
                  + plain.substring(
                      plain.indexOf('.', 3) < 0 ? plain.length() : plain.indexOf('.', 3));
    }
    if (plain.equals("environment.environmentVariables")) {
      plain = "environment";
    }
    int global = globalPrefix(plain);
    plain = plain.substring(global);
    if (plain.startsWith("process.default.")) {
      plain = "process." + plain.substring("process.default.".length());
    }
    if (plain.equals("Bun.env")
        || plain.equals("import.meta.env")
        || plain.startsWith("Bun.env.")
        || plain.startsWith("import.meta.env.")) {
      plain = "process" + plain.substring(plain.indexOf(".env"));
    }
    if (plain.equals("process.mainModule.require") || plain.equals("module.require")) {
      plain = "require";
    }
    return plain;
  }

  private static int globalPrefix(String path) {
    int start = 0;
    while (path.startsWith("globalThis.", start)
        || path.startsWith("global.", start)
        || path.startsWith("window.", start)
        || path.startsWith("self.", start)) {
      start = path.indexOf('.', start) + 1;
    }
    return start;
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "process.env", "environment" -> Meaning.ENVIRONMENT;
      case "Deno.env.toObject" -> Meaning.WHOLE_ENVIRONMENT;
      case "Deno.env.get" -> Meaning.VARIABLE;
      case "process.report.getReport" -> Meaning.WHOLE_ENVIRONMENT;
      case "process.argv", "Deno.args", "Bun.argv" -> Meaning.ARGUMENTS;
      case "process.stdin", "Deno.stdin", "Bun.stdin", "prompt" -> Meaning.INPUT;
      case "fs.readFile",
          "fs.readFileSync",
          "fs.openAsBlob",
          "Deno.readTextFile",
          "Deno.readTextFileSync",
          "Deno.readFile",
          "Deno.readFileSync",
          "fs.readJson",
          "fs.readJsonSync",
          "jsonfile.readFileSync" ->
          Meaning.READ_FILE;
      case "fs.read", "fs.readSync", "fs.readv", "fs.readvSync", "Deno.read", "Deno.readSync" ->
          Meaning.READ_INTO;
      case "fs.open",
          "fs.openSync",
          "fs.createReadStream",
          "fs.createWriteStream",
          "Deno.open",
          "Deno.openSync",
          "Bun.file",
          "fs.ReadStream" ->
          Meaning.OPEN;
      case "dotenv.config", "dotenv.configDotenv", "dotenvx.config", "@dotenvx/dotenvx.config" ->
          Meaning.LOAD_AND_READ;
      case "process.loadEnvFile" -> Meaning.LOAD;
      case "dotenv.parse", "util.parseEnv" -> Meaning.DEFINED;
      case "env-var.get" -> Meaning.VARIABLE;
      case "pg.Client",
          "pg.Pool",
          "postgres",
          "mysql.createConnection",
          "mysql.createPool",
          "mysql2.createConnection",
          "mysql2.createPool",
          "mysql2/promise.createConnection",
          "mysql2/promise.createPool",
          "mongodb.MongoClient",
          "redis.createClient",
          "ioredis",
          "openai",
          "@anthropic-ai/sdk",
          "stripe",
          "@octokit/rest.Octokit" ->
          Meaning.CLIENT;
      case "keytar.getPassword",
          "keytar.findPassword",
          "keytar.findCredentials",
          "@aws-sdk/client-secrets-manager.GetSecretValueCommand" ->
          Meaning.VAULT;
      case "fs.readdir", "fs.readdirSync", "fs.opendirSync", "Deno.readDir", "Deno.readDirSync" ->
          Meaning.FILES_BELOW;
      case "glob.globSync", "glob.sync", "glob.glob", "fast-glob.sync", "fs.globSync" ->
          Meaning.FILES_LIKE;
      case "v8.getHeapSnapshot" -> Meaning.MEMORY;
      case "v8.writeHeapSnapshot", "process.report.writeReport" -> Meaning.DUMP_MEMORY;
      default -> sinks(path);
    };
  }

  private static Meaning sinks(String path) {
    return switch (path) {
      case "print",
          "console.log",
          "console.info",
          "console.debug",
          "console.dir",
          "console.table",
          "console.group",
          "process.stdout.write",
          "Deno.stdout.write",
          "Deno.stdout.writeSync",
          "alert",
          "process.stdout.end",
          "util.log",
          "echo",
          "console.dirxml",
          "console.timeLog" ->
          Meaning.PRINT;
      case "console.error",
          "console.warn",
          "console.trace",
          "process.stderr.write",
          "Deno.stderr.write",
          "Deno.stderr.writeSync",
          "throw",
          "process._rawDebug",
          "process.emitWarning",
          "process.stderr.end" ->
          Meaning.COMPLAIN;
      case "console.assert" -> Meaning.PRINT_TO;
      case "assert",
          "assert.equal",
          "assert.strictEqual",
          "assert.deepEqual",
          "assert.fail",
          "assert.ok",
          "assert.deepStrictEqual",
          "assert.notEqual",
          "assert.notStrictEqual",
          "assert.match" ->
          Meaning.COMPLAIN;
      case "fs.writeFile",
          "fs.writeFileSync",
          "fs.appendFile",
          "fs.appendFileSync",
          "fs.writeSync",
          "fs.write",
          "fs.outputFileSync",
          "Deno.writeTextFile",
          "Deno.writeTextFileSync",
          "Deno.writeFile",
          "Deno.writeFileSync",
          "Bun.write" ->
          Meaning.WRITE;
      case "fs.copyFile",
          "fs.copyFileSync",
          "fs.cp",
          "fs.cpSync",
          "Deno.copyFile",
          "Deno.copyFileSync",
          "fs.copySync",
          "stream.pipeline",
          "pipeline" ->
          Meaning.COPY;
      case "fs.rename",
          "fs.renameSync",
          "Deno.rename",
          "Deno.renameSync",
          "fs.move",
          "fs.moveSync" ->
          Meaning.MOVE;
      case "fs.link", "fs.linkSync", "Deno.link", "Deno.linkSync" -> Meaning.HARD_LINK;
      case "fs.symlink", "fs.symlinkSync", "Deno.symlink", "Deno.symlinkSync" ->
          Meaning.SYMBOLIC_LINK;
      case "fs.unlink",
          "fs.unlinkSync",
          "fs.rm",
          "fs.rmSync",
          "fs.rmdirSync",
          "fs.chmodSync",
          "fs.chmod",
          "fs.truncateSync",
          "Deno.remove",
          "Deno.removeSync",
          "fs.removeSync" ->
          Meaning.REMOVE;
      case "tar.x", "tar.extract", "extract-zip", "decompress" -> Meaning.UNPACK_SECOND;
      case "unzipper.Extract", "tar-fs.extract" -> Meaning.UNPACK;
      case "process.chdir", "Deno.chdir" -> Meaning.CHANGE_DIRECTORY;
      case "Deno.env.set" -> Meaning.SET_VARIABLE;
      default -> network(path);
    };
  }

  private static Meaning network(String path) {
    return switch (path) {
      case "fetch",
          "Bun.fetch",
          "axios",
          "axios.get",
          "axios.post",
          "axios.put",
          "axios.patch",
          "axios.delete",
          "axios.request",
          "http.request",
          "http.get",
          "https.request",
          "https.get",
          "got",
          "got.post",
          "got.get",
          "got.put",
          "undici.request",
          "undici.fetch",
          "node-fetch",
          "node-fetch.default",
          "request",
          "request.post",
          "request.get",
          "navigator.sendBeacon",
          "ky.post",
          "superagent.post",
          "dns.lookup",
          "dns.resolve",
          "dns.resolve4",
          "dns.resolveTxt",
          "WebSocket",
          "ws",
          "needle",
          "cross-fetch" ->
          Meaning.SEND;
      case "net.connect",
          "net.createConnection",
          "tls.connect",
          "Deno.connect",
          "Deno.connectTls",
          "Bun.connect" ->
          Meaning.CONNECT;
      default -> programs(path);
    };
  }

  private static Meaning programs(String path) {
    return switch (path) {
      case "child_process.exec", "child_process.execSync", "execa.execaCommand" ->
          Meaning.SHELL_OUTPUT;
      case "Bun.$", "bun.$", "$", "zx.$", "shelljs.exec" -> Meaning.SHELL_SHOWN;
      case "child_process.execFile",
          "child_process.execFileSync",
          "child_process.spawn",
          "child_process.spawnSync",
          "execa",
          "execa.execa",
          "execa.execaSync",
          "Deno.Command",
          "Deno.run",
          "cross-spawn",
          "cross-spawn.sync" ->
          Meaning.OUTPUT_BY_OPTIONS;
      case "Bun.spawn", "Bun.spawnSync" -> Meaning.OUTPUT_BY_OPTIONS;
      case "eval",
          "vm.runInThisContext",
          "vm.runInNewContext",
          "vm.runInContext",
          "vm.Script",
          "Function" ->
          Meaning.EVALUATE;
      case "worker_threads.Worker", "Worker" -> Meaning.EVALUATE_TEXT_OR_FILE;
      case "setTimeout",
          "setInterval",
          "timers.setTimeout",
          "timers.setInterval",
          "util.callbackify" ->
          Meaning.CALL_DELAYED;
      case "setImmediate",
          "queueMicrotask",
          "process.nextTick",
          "timers.setImmediate",
          "requestIdleCallback" ->
          Meaning.CALL_LATER;
      case "require",
          "process.binding",
          "process.getBuiltinModule",
          "module.createRequire.require" ->
          Meaning.MODULE;
      case "module.createRequire" -> Meaning.REQUIRER;
      case "Reflect.get" -> Meaning.MEMBER;
      case "Reflect.apply" -> Meaning.CALL_APPLIED;
      case "globalThis", "global", "window", "self", "this" -> Meaning.ROOT;
      default -> shapes(path);
    };
  }

  private static Meaning shapes(String path) {
    return switch (path) {
      case "Boolean",
          "typeof",
          "isNaN",
          "Array.isArray",
          "fs.existsSync",
          "fs.statSync",
          "fs.stat",
          "fs.lstatSync",
          "fs.access",
          "fs.accessSync",
          "crypto.createHash",
          "crypto.createHmac",
          "crypto.hash",
          "crypto.timingSafeEqual",
          "crypto.pbkdf2Sync",
          "crypto.scryptSync",
          "jsonwebtoken.verify",
          "jsonwebtoken.decode",
          "jose.jwtVerify",
          "jose.decodeJwt",
          "bcrypt.compare",
          "bcrypt.compareSync",
          "bcryptjs.compareSync",
          "process.exit",
          "Deno.exit",
          "Deno.stat",
          "Object.is",
          "Bun.hash",
          "process.env.hasOwnProperty",
          "Reflect.has",
          "Object.hasOwn",
          "Deno.env.has",
          "Bun.CryptoHasher",
          "console.time",
          "console.count",
          "console.timeEnd" ->
          Meaning.HIDE;
      case "Object.keys", "Reflect.ownKeys", "Object.getOwnPropertyNames" -> Meaning.KEYS;
      case "Object.entries" -> Meaning.ENTRIES;
      case "Object.values", "JSON.stringify", "util.inspect" -> Meaning.NONE;
      case "Array.from" -> Meaning.FROM;
      case "String",
          "Object.freeze",
          "structuredClone",
          "path.resolve",
          "path.normalize",
          "Promise.resolve",
          "URL",
          "Array.of",
          "Object",
          "util.promisify",
          "Promise.all",
          "fs.realpathSync",
          "Object.fromEntries",
          "fs.promisify",
          "Set",
          "Symbol",
          "String.raw",
          "url.pathToFileURL",
          "pathToFileURL",
          "decodeURIComponent",
          "unescape" ->
          Meaning.SAME;
      case "Buffer.alloc", "Buffer.allocUnsafe", "Uint8Array", "ArrayBuffer" -> Meaning.OBJECT;
      case "Object.assign" -> Meaning.MERGE;
      case "Object.getOwnPropertyDescriptors" -> Meaning.NONE;
      case "RegExp" -> Meaning.PATTERN;
      case "String.fromCharCode", "String.fromCodePoint" -> Meaning.CHARACTERS;
      case "atob" -> Meaning.FROM_BASE64;
      case "Buffer.from" -> Meaning.BUFFER;
      case "path.join" -> Meaning.JOIN_PATHS;
      case "parseInt", "Number" -> Meaning.NUMBER;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return switch (name) {
      case "text",
          "json",
          "arrayBuffer",
          "readFile",
          "read",
          "bytes",
          "blob",
          "readableWebStream",
          "stream",
          "readLines",
          "createReadStream" ->
          Meaning.READ_ITS_FILE;
      case "write", "end", "send", "writeFile", "appendFile" -> Meaning.WRITE_TO_IT;
      case "pipe", "pipeTo", "pipeThrough" -> Meaning.PIPE;
      case "extractAllTo", "extractAllToAsync" -> Meaning.UNPACK;
      case "extractEntryTo" -> Meaning.UNPACK_SECOND;
      case "on", "once", "addListener", "then", "finally" -> Meaning.THEN;
      case "catch" -> Meaning.SAME_AS_IT;
      case "post", "put", "patch" -> Meaning.SEND_OR_MADE;
      case "map", "forEach", "flatMap", "every", "some", "findIndex" -> mapping(name);
      case "filter", "sort", "toSorted", "find", "findLast" -> Meaning.FILTER;
      case "reduce", "reduceRight" -> Meaning.REDUCE;
      case "keys" -> Meaning.KEYS;
      case "entries" -> Meaning.ENTRIES;
      case "toString",
          "trimEnd",
          "valueOf",
          "setEncoding",
          "resume",
          "asString",
          "flat",
          "freeze",
          "nothrow",
          "quiet",
          "unref",
          "normalize",
          "next",
          "output",
          "outputSync",
          "spawn",
          "lines",
          "toWellFormed",
          "required",
          "spawnSync",
          "iterator" ->
          Meaning.SAME_AS_IT;
      case "match" -> Meaning.MATCH;
      case "matchAll" -> Meaning.MATCH_ALL;
      case "exec" -> Meaning.EXECUTE;
      case "getSecretValue", "accessSecretVersion", "getSecret" -> Meaning.VAULT;
      case "get", "at" -> Meaning.LOOK_UP;
      case "push", "unshift", "add", "append", "set" -> Meaning.APPEND;
      case "join" -> Meaning.JOIN_ITS;
      case "concat" -> Meaning.CONCATENATE_TO_IT;
      case "toUpperCase" -> Meaning.UPPER;
      case "toLowerCase" -> Meaning.LOWER;
      case "trim" -> Meaning.TRIM;
      case "reverse", "toReversed" -> Meaning.REVERSE;
      case "replace", "replaceAll" -> Meaning.REPLACE;
      case "split" -> Meaning.SPLIT;
      case "slice", "substring", "substr", "splice" -> Meaning.SLICE;
      case "charCodeAt", "codePointAt" -> Meaning.CODE;
      case "includes",
          "startsWith",
          "endsWith",
          "indexOf",
          "lastIndexOf",
          "test",
          "has",
          "hasOwnProperty",
          "digest",
          "exists",
          "search",
          "isFile",
          "isDirectory",
          "close",
          "destroy",
          "localeCompare" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  private static Meaning mapping(String name) {
    return name.equals("every") || name.equals("some") || name.equals("findIndex")
        ? Meaning.TEST
        : Meaning.MAP;
  }

  @Override
  Meaning property(String name) {
    return switch (name) {
      case "length",
          "size",
          "status",
          "ok",
          "byteLength",
          "pid",
          "name",
          "exitCode",
          "constructor",
          "statusCode",
          "statusText",
          "hostname",
          "host",
          "port",
          "protocol" ->
          Meaning.HIDE;
      case "stdout", "stderr", "parsed", "default", "body" -> Meaning.SAME_AS_IT;
      default -> Meaning.NONE;
    };
  }
}
