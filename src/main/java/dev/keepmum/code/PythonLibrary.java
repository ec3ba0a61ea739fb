package dev.keepmum.code;

import dev.keepmum.effect.Language;

/**
 * The names of Python's standard library, and of libraries that everybody uses, by what they do.
 */
final class PythonLibrary extends Library {

  @Override
  Language language() {
    return Language.PYTHON;
  }

  @Override
  Parser parser(String text) {
    return new PythonParser(text, 0);
  }

  @Override
  String self() {
    return "";
  }

  @Override
  boolean showsAssignments() {
    return false;
  }

  @Override
  String constructor() {
    return "__init__";
  }

  @Override
  String canonical(String path) {
    String plain = path;
    int start = plain.indexOf("__dict__.");
    if (start > 0) {
      plain = plain.substring(0, start) + plain.substring(start + "__dict__.".length());
    }
    if (plain.startsWith("sys.modules.")) {
      plain = plain.substring("sys.modules.".length());
    }
    if (plain.startsWith("builtins.") || plain.startsWith("__builtins__.")) {
      plain = plain.substring(plain.indexOf('.') + 1);
    }
    if (plain.startsWith("posix.") || plain.startsWith("nt.")) {
      plain = "os." + plain.substring(plain.indexOf('.') + 1);
    }
    return plain;
  }

  @Override
  Meaning named(String path) {
    return switch (path) {
      case "os.environ", "os.environb", "environment" -> Meaning.ENVIRONMENT;
      case "os.getenv",
          "os.getenvb",
          "os.environ.get",
          "os.environ.pop",
          "os.environb.get",
          "os.environ.__getitem__",
          "os.environ.setdefault",
          "environ.get",
          "libc.getenv",
          "libc.secure_getenv" ->
          Meaning.VARIABLE;
      case "decouple.config", "environs.env", "django.conf.settings", SETTINGS -> Meaning.SETTINGS;
      case "environs.Env",
          "environ.Env",
          "environ.FileAwareEnv",
          "starlette.config.Config",
          "decouple.AutoConfig",
          "decouple.Config",
          "dynaconf.Dynaconf",
          "dynaconf.LazySettings",
          "pydantic_settings.BaseSettings",
          "pydantic.BaseSettings" ->
          Meaning.MAKE_SETTINGS;
      case "os.environ.copy", "os.environ.__iter__" -> Meaning.SAME_AS_IT;
      case "os.putenv" -> Meaning.SET_VARIABLE;
      case "os.path.expandvars" -> Meaning.EXPAND;
      case "sys.argv", "sys.orig_argv" -> Meaning.ARGUMENTS;
      case "sys.stdin", "sys.stdin.buffer", "input", "raw_input" -> Meaning.INPUT;
      case "fileinput.input", "fileinput.FileInput" -> Meaning.ARGUMENT_FILES;
      case "open",
          "io.open",
          "io.FileIO",
          "codecs.open",
          "os.open",
          "os.fdopen",
          "aiofiles.open",
          "gzip.open",
          "bz2.open",
          "lzma.open",
          "tokenize.open",
          "file",
          "shelve.open",
          "dbm.open",
          "libc.open",
          "libc.fopen",
          "_io.open",
          "_io.FileIO",
          "_pyio.open" ->
          Meaning.OPEN;
      case "netrc.netrc" -> Meaning.READ_NETRC;
      case "zipfile.ZipFile", "tarfile.open", "tarfile.TarFile" -> Meaning.OPEN_ARCHIVE;
      case "shutil.make_archive" -> Meaning.PACK_FOLDER;
      case "linecache.getlines",
          "linecache.getline",
          "configparser.read",
          "zipfile.Path",
          "numpy.fromfile",
          "numpy.loadtxt",
          "numpy.genfromtxt",
          "numpy.load",
          "np.fromfile",
          "np.loadtxt",
          "np.genfromtxt",
          "pandas.read_csv",
          "pandas.read_table",
          "pandas.read_json",
          "pandas.read_fwf",
          "pandas.read_pickle",
          "pd.read_csv",
          "pd.read_table",
          "pd.read_json",
          "pd.read_fwf",
          "sqlite3.connect",
          "plistlib.readPlist",
          "dbm.dumb.open",
          "xml.etree.ElementTree.parse",
          "polars.read_csv",
          "mmap.mmap",
          "hjson.load",
          "pathlib.Path.read_text",
          "Path.read_text",
          "pathlib.Path.read_bytes",
          "Path.read_bytes",
          "importlib.resources.read_text",
          "os.read",
          "os.pread",
          "pkgutil.get_data" ->
          Meaning.READ_FILE;
      case "pathlib.Path.open", "Path.open" -> Meaning.OPEN;
      case "dotenv.dotenv_values", "dotenv.main.dotenv_values", "dotenv.main.DotEnv" ->
          Meaning.READ_DOTENV;
      case "dotenv.load_dotenv", "dotenv.main.load_dotenv", "environ.Env.read_env" -> Meaning.LOAD;
      case "dotenv.find_dotenv", "dotenv.main.find_dotenv" -> Meaning.DOTENV_PATH;
      case "dotenv.get_key", "dotenv.main.get_key" -> Meaning.READ_DOTENV_VALUE;
      case "psycopg.connect",
          "psycopg2.connect",
          "asyncpg.connect",
          "asyncpg.create_pool",
          "pymysql.connect",
          "mysql.connector.connect",
          "pyodbc.connect",
          "oracledb.connect",
          "snowflake.connector.connect",
          "sqlalchemy.create_engine",
          "redis.Redis",
          "redis.from_url",
          "pymongo.MongoClient",
          "boto3.client",
          "boto3.resource",
          "boto3.Session",
          "openai.OpenAI",
          "anthropic.Anthropic",
          "stripe.StripeClient",
          "github.Github" ->
          Meaning.CLIENT;
      case "keyring.get_password",
          "keyring.get_credential",
          "keyring.core.get_password",
          "secretstorage.get_secret",
          "win32cred.CredRead" ->
          Meaning.VAULT;
      default -> path.startsWith(SETTINGS) ? settings(path) : sinks(path);
    };
  }

  /** Members of what knows a program's settings: readers of one of a type, and of all. */
  private static Meaning settings(String path) {
    return switch (path.substring(SETTINGS.length() + 1)) {
      case "str",
          "int",
          "bool",
          "float",
          "json",
          "list",
          "dict",
          "url",
          "path",
          "get",
          "get_value",
          "get_fresh",
          "db",
          "db_url",
          "cache_url",
          "email_url" ->
          Meaning.VARIABLE;
      case "read_env", "load_file" -> Meaning.LOAD;
      case "model_dump", "model_dump_json", "as_dict", "to_dict", "dump" ->
          Meaning.WHOLE_ENVIRONMENT;
      case "validators", "model_fields", "seal", "reload", "exists", "keys" -> Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  private static Meaning sinks(String path) {
    return switch (path) {
      case "print",
          "sys.stdout.write",
          "sys.stdout.buffer.write",
          "sys.__stdout__.write",
          "libc.puts",
          "libc.printf",
          "pprint.pprint",
          "pprint.pp",
          "pprint",
          "os.error",
          "logging.debug",
          "logging.info",
          "logging.warning",
          "logging.warn",
          "logging.error",
          "logging.critical",
          "logging.exception",
          "logging.fatal",
          "rich.print",
          "rich.inspect",
          "click.echo",
          "click.secho",
          "typer.echo",
          "display",
          "IPython.display.display",
          "sys.displayhook",
          "help",
          "dis.dis",
          "breakpoint",
          "ast.dump" ->
          path.equals("ast.dump") ? Meaning.NONE : Meaning.PRINT;
      case "sys.stderr.write",
          "sys.stderr.buffer.write",
          "sys.__stderr__.write",
          "libc.perror",
          "raise",
          "sys.exit",
          "exit",
          "quit",
          "warnings.warn" ->
          Meaning.COMPLAIN;
      case "sys.stdout.writelines", "sys.stderr.writelines" -> Meaning.PRINT_CONTENT;
      case "logging.log" -> Meaning.PRINT_TO;
      case "os.write", "os.sendfile" -> Meaning.WRITE;
      case "shutil.copy",
          "shutil.copy2",
          "shutil.copyfile",
          "shutil.copytree",
          "shutil.copyfileobj",
          "os.copy_file_range",
          "os.splice" ->
          Meaning.COPY;
      case "shutil.move", "os.rename", "os.replace", "os.renames" -> Meaning.MOVE;
      case "os.link" -> Meaning.HARD_LINK;
      case "os.symlink" -> Meaning.SYMBOLIC_LINK;
      case "json.dump", "yaml.dump", "yaml.safe_dump", "pickle.dump", "toml.dump", "tomli_w.dump" ->
          Meaning.WRITE_SECOND;
      case "os.remove",
          "os.unlink",
          "os.rmdir",
          "os.removedirs",
          "shutil.rmtree",
          "os.chmod",
          "os.truncate",
          "os.chown" ->
          Meaning.REMOVE;
      case "shutil.unpack_archive" -> Meaning.UNPACK_SECOND;
      case "os.chdir" -> Meaning.CHANGE_DIRECTORY;
      case "os.walk", "os.listdir", "os.scandir", "os.fwalk" -> Meaning.FILES_BELOW;
      case "glob.glob", "glob.iglob" -> Meaning.FILES_LIKE;
      default -> network(path);
    };
  }

  private static Meaning network(String path) {
    return switch (path) {
      case "urllib.request.urlopen",
          "urllib.request.urlretrieve",
          "urllib.request.Request",
          "urllib2.urlopen",
          "urllib.urlopen",
          "urllib2.Request",
          "requests.get",
          "requests.post",
          "requests.put",
          "requests.patch",
          "requests.delete",
          "requests.head",
          "httpx.get",
          "httpx.post",
          "httpx.put",
          "httpx.patch",
          "httpx.delete",
          "urllib3.request",
          "websocket.create_connection",
          "smtplib.SMTP",
          "smtplib.SMTP_SSL",
          "ftplib.FTP",
          "socket.gethostbyname",
          "socket.getaddrinfo",
          "socket.gethostbyname_ex",
          "pyperclip.copy",
          "webbrowser.open" ->
          Meaning.SEND;
      case "requests.request", "httpx.request", "requests.api.request" -> Meaning.SEND_SECOND;
      case "http.client.HTTPSConnection",
          "http.client.HTTPConnection",
          "socket.create_connection",
          "telnetlib.Telnet",
          "httplib.HTTPSConnection" ->
          Meaning.CONNECT;
      default -> programs(path);
    };
  }

  private static Meaning programs(String path) {
    return switch (path) {
      case "os.system", "libc.system", "subprocess.getstatusoutput.run", "asyncio.run_shell" ->
          Meaning.RUN_SHELL;
      case "os.popen",
          "libc.popen",
          "subprocess.getoutput",
          "subprocess.getstatusoutput",
          "commands.getoutput",
          "os.popen2",
          "os.popen3" ->
          Meaning.SHELL_OUTPUT;
      case "subprocess.run",
          "subprocess.call",
          "subprocess.check_call",
          "subprocess.Popen",
          "pty.spawn" ->
          Meaning.RUN_BY_OPTIONS;
      case "subprocess.check_output" -> Meaning.OUTPUT_BY_OPTIONS;
      case "asyncio.create_subprocess_shell" -> Meaning.RUN_SHELL;
      case "asyncio.create_subprocess_exec" -> Meaning.RUN_BY_OPTIONS;
      case "os.execv",
          "os.execve",
          "os.execvp",
          "os.execvpe",
          "os.posix_spawn",
          "os.posix_spawnp" ->
          Meaning.RUN_LISTED;
      case "os.execl", "os.execlp", "os.execle", "os.execlpe" -> Meaning.RUN_NAMED;
      case "os.spawnl", "os.spawnlp", "os.spawnv", "os.spawnvp" -> Meaning.RUN_MODE;
      case "exec", "eval", "compile" -> Meaning.EVALUATE;
      case "runpy.run_path", "execfile" -> Meaning.EVALUATE_FILE;
      case "__import__", "importlib.import_module", "importlib.__import__", "import_module" ->
          Meaning.MODULE;
      case "getattr", "object.__getattribute__", "operator.getitem" -> Meaning.MEMBER;
      case NAMES -> Meaning.ROOT;
      case "globals", "locals", "vars" -> Meaning.VARIABLES;
      case "threading.Thread", "threading.Timer", "multiprocessing.Process" -> Meaning.CALL_TARGET;
      case "asyncio.to_thread", "atexit.register" -> Meaning.CALL_LATER;
      case "functools.partial" -> Meaning.CALL_PARTLY;
      case "itertools.starmap" -> Meaning.MAP_SECOND;
      case "ctypes.CDLL",
          "ctypes.PyDLL",
          "ctypes.cdll.LoadLibrary",
          "ctypes.pythonapi",
          "cffi.FFI.dlopen" ->
          Meaning.C_LIBRARY;
      default -> shapes(path);
    };
  }

  private static Meaning shapes(String path) {
    if (path.startsWith("hashlib.") || path.startsWith("hmac.") || path.startsWith("bcrypt.")) {
      return Meaning.HIDE;
    }
    return switch (path) {
      case "len",
          "bool",
          "type",
          "isinstance",
          "hash",
          "id",
          "hasattr",
          "callable",
          "issubclass",
          "any",
          "all",
          "os.path.exists",
          "os.path.isfile",
          "os.path.isdir",
          "os.stat",
          "os.path.getsize",
          "os.path.getmtime",
          "os.access",
          "range",
          "zlib.crc32",
          "binascii.crc32",
          "sum",
          "filecmp.cmp",
          "jwt.decode",
          "jose.jwt.decode",
          "secrets.compare_digest",
          "time.time",
          "time.sleep",
          "dir" ->
          Meaning.HIDE;
      case "os.environ.keys", "os.environ.__contains__", "os.environ.__len__" ->
          path.endsWith("keys") ? Meaning.KEYS : Meaning.HIDE;
      case "os.environ.items" -> Meaning.ENTRIES;
      case "dict",
          "str",
          "bytes",
          "pathlib.Path",
          "shlex.split",
          "shlex.quote",
          "pathlib.PurePath",
          "pathlib.PosixPath",
          "os.fspath",
          "os.fsdecode",
          "os.fsencode",
          "os.path.expanduser",
          "os.path.abspath",
          "os.path.realpath",
          "os.path.normpath",
          "copy.copy",
          "copy.deepcopy",
          "bytearray",
          "memoryview",
          "str.lower",
          "unicode",
          "repr",
          "ascii",
          "io.TextIOWrapper",
          "io.BufferedReader" ->
          Meaning.SAME;
      case "io.StringIO",
          "io.BytesIO",
          "StringIO",
          "configparser.ConfigParser",
          "configparser.RawConfigParser",
          "configparser.SafeConfigParser",
          "ConfigParser.ConfigParser",
          "types.SimpleNamespace" ->
          Meaning.OBJECT;
      case "list", "tuple", "set", "frozenset", "sorted", "iter" -> Meaning.ELEMENTS;
      case "re.compile" -> Meaning.PATTERN;
      case "re.match", "re.fullmatch" -> Meaning.MATCH_START;
      case "re.search" -> Meaning.MATCH_FIRST;
      case "re.findall" -> Meaning.FIND_ALL_SECOND;
      case "re.finditer" -> Meaning.MATCH_ALL;
      case "re.sub", "re.subn" -> Meaning.SUBSTITUTE;
      case "re.split" -> Meaning.SPLIT_SECOND;
      case "next" -> Meaning.FIRST;
      case "enumerate" -> Meaning.ENTRIES;
      case "map" -> Meaning.MAP_SECOND;
      case "filter" -> Meaning.FILTER_SECOND;
      case "chr", "unichr" -> Meaning.CHARACTER;
      case "ord" -> Meaning.CODE;
      case "reversed" -> Meaning.REVERSE;
      case "int" -> Meaning.NUMBER;
      case "base64.b64decode",
          "base64.urlsafe_b64decode",
          "base64.standard_b64decode",
          "base64.decodebytes",
          "binascii.a2b_base64",
          "base64.decodestring" ->
          Meaning.FROM_BASE64;
      case "bytes.fromhex", "bytearray.fromhex", "binascii.unhexlify", "binascii.a2b_hex" ->
          Meaning.FROM_HEX;
      case "codecs.decode", "codecs.encode" -> Meaning.FROM_CODEC;
      case "os.path.join", "pathlib.Path.joinpath", "posixpath.join" -> Meaning.JOIN_PATHS;
      case "pathlib.Path.home", "Path.home" -> Meaning.HOME;
      case "socket.socket", "ssl.wrap_socket", "socket.socketpair" -> Meaning.CONNECT;
      case "smtplib.SMTP", "smtplib.SMTP_SSL", "ftplib.FTP", "ftplib.FTP_TLS" -> Meaning.CONNECT;
      default -> Meaning.NONE;
    };
  }

  @Override
  Meaning method(String name) {
    return switch (name) {
      case "read",
          "readline",
          "readlines",
          "read_text",
          "read_bytes",
          "getvalue",
          "readall",
          "read1",
          "extractfile",
          "get_payload" ->
          Meaning.READ_ITS_FILE;
      case "open" -> Meaning.OPEN_ITS_FILE;
      case "get_secret_value",
          "get_secret",
          "access_secret_version",
          "read_secret",
          "read_secret_version",
          "get_credentials",
          "get_frozen_credentials",
          "get_session_token",
          "assume_role",
          "generate_db_auth_token",
          "get_authorization_token" ->
          Meaning.VAULT;
      case "environ" -> Meaning.WHOLE_ENVIRONMENT;
      case "write",
          "writelines",
          "send",
          "sendall",
          "sendto",
          "sendmail",
          "send_message",
          "storbinary" ->
          Meaning.WRITE_TO_IT;
      case "write_text", "write_bytes" -> Meaning.WRITE_ITS_FILE;
      case "rename", "replace_file" -> Meaning.MOVE_ITS_FILE;
      case "hardlink_to", "link_to" -> Meaning.HARD_LINK_AS_IT;
      case "symlink_to" -> Meaning.SYMBOLIC_LINK_AS_IT;
      case "unlink", "chmod" -> Meaning.REMOVE_ITS_FILE;
      case "extractall" -> Meaning.UNPACK;
      case "extract" -> Meaning.UNPACK_SECOND;
      case "request" -> Meaning.REQUEST;
      case "connect", "connect_ex" -> Meaning.CONNECT_IT;
      case "post", "put", "patch" -> Meaning.SEND_OR_MADE;
      case "upload_file", "upload_from_filename", "fput_object" -> Meaning.UPLOAD_FILE;
      case "upload_fileobj",
          "put_object",
          "upload_from_file",
          "upload_from_string",
          "upload_blob",
          "put_parameter",
          "put_secret_value",
          "send_keys" ->
          Meaning.UPLOAD;
      case "map" -> Meaning.MAP_SECOND;
      case "submit", "call_soon", "call_soon_threadsafe", "create_task" -> Meaning.CALL_LATER;
      case "run_in_executor", "call_later", "call_at" -> Meaning.CALL_SECOND;
      case "apply_async", "starmap" -> Meaning.CALL_LISTED;
      case "glob", "rglob", "iterdir" -> Meaning.FILES_BELOW_IT;
      case "debug",
          "info",
          "warning",
          "warn",
          "error",
          "critical",
          "exception",
          "fatal",
          "print",
          "print_json",
          "echo",
          "success" ->
          Meaning.LOG;
      case "sections", "options" -> Meaning.KEYS;
      case "has_section", "has_option", "namelist", "getnames", "infolist" -> Meaning.HIDE;
      case "writestr", "addfile" -> Meaning.ADD_MEMBER;
      case "keys" -> Meaning.KEYS;
      case "items" -> Meaning.ENTRIES;
      case "values",
          "copy",
          "__iter__",
          "__str__",
          "resolve",
          "expanduser",
          "absolute",
          "decode",
          "encode",
          "communicate",
          "as_posix",
          "splitlines",
          "rstrip",
          "makefile",
          "detach",
          "__enter__",
          "fileno",
          "raise_for_status" ->
          textual(name);
      case "match", "fullmatch" -> Meaning.MATCH_START;
      case "search" -> Meaning.MATCH;
      case "findall" -> Meaning.FIND_ALL;
      case "finditer" -> Meaning.MATCH_ALL;
      case "sub", "subn" -> Meaning.SUBSTITUTE;
      case "groups" -> Meaning.SAME_AS_IT;
      case "get", "pop", "__getitem__", "setdefault", "group" -> Meaning.LOOK_UP;
      case "append", "add", "extend", "insert", "update" -> Meaning.APPEND;
      case "join" -> Meaning.JOIN_WITH_IT;
      case "joinpath" -> Meaning.JOIN_PATHS_TO_IT;
      case "upper" -> Meaning.UPPER;
      case "lower", "casefold" -> Meaning.LOWER;
      case "strip" -> Meaning.TRIM;
      case "replace" -> Meaning.REPLACE;
      case "split" -> Meaning.SPLIT;
      case "partition" -> Meaning.PARTITION;
      case "format", "format_map" -> Meaning.FORMAT_IT;
      case "startswith",
          "endswith",
          "isdigit",
          "isalnum",
          "isalpha",
          "count",
          "find",
          "index",
          "exists",
          "is_file",
          "is_dir",
          "stat",
          "hexdigest",
          "digest",
          "__len__",
          "__contains__",
          "bit_length",
          "close",
          "flush",
          "wait",
          "poll",
          "isspace",
          "isascii",
          "isnumeric",
          "isprintable",
          "lstat",
          "__sizeof__",
          "islower",
          "isupper",
          "fullmatch_only" ->
          Meaning.HIDE;
      default -> Meaning.NONE;
    };
  }

  private static Meaning textual(String name) {
    return name.equals("values") || name.equals("splitlines") ? Meaning.NONE : Meaning.SAME_AS_IT;
  }

  @Override
  Meaning property(String name) {
    return switch (name) {
      case "name",
          "returncode",
          "pid",
          "closed",
          "mode",
          "status",
          "status_code",
          "code",
          "size",
          "st_size",
          "__class__",
          "__name__",
          "__len__",
          "hostname",
          "port",
          "scheme",
          "suffix",
          "stem",
          "parent",
          "parts" ->
          Meaning.HIDE;
      case "stdout", "stderr", "stdin", "buffer", "raw", "text", "content", "path" ->
          Meaning.SAME_AS_IT;
      default -> Meaning.NONE;
    };
  }
}
