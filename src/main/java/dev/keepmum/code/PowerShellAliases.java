package dev.keepmum.code;

import java.util.Locale;

/**
 * The aliases that PowerShell defines by itself, on Windows also those named like Unix tools.
 *
 * @see <a
 *     href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_aliases">about_aliases</a>
 */
final class PowerShellAliases {
  private PowerShellAliases() {}

  /** The full name in lower case; a name that is no alias only becomes lower case. */
  static String resolve(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "gc":
      case "cat":
      case "type":
        return "get-content";
      case "gci":
      case "ls":
      case "dir":
        return "get-childitem";
      case "gi":
        return "get-item";
      case "gp":
        return "get-itemproperty";
      case "gpv":
        return "get-itempropertyvalue";
      case "gv":
        return "get-variable";
      case "gm":
        return "get-member";
      case "gcm":
        return "get-command";
      case "gcb":
        return "get-clipboard";
      case "gl":
      case "pwd":
        return "get-location";
      case "gps":
      case "ps":
        return "get-process";
      case "gcim":
        return "get-ciminstance";
      case "gwmi":
        return "get-wmiobject";
      case "gu":
        return "get-unique";
      case "h":
      case "history":
      case "ghy":
        return "get-history";
      case "sls":
        return "select-string";
      case "select":
        return "select-object";
      case "sort":
        return "sort-object";
      case "where":
      case "?":
        return "where-object";
      case "foreach":
      case "%":
        return "foreach-object";
      case "group":
        return "group-object";
      case "measure":
        return "measure-object";
      case "compare":
      case "diff":
        return "compare-object";
      case "ft":
        return "format-table";
      case "fl":
        return "format-list";
      case "fw":
        return "format-wide";
      case "fc":
        return "format-custom";
      case "fhx":
        return "format-hex";
      case "oh":
        return "out-host";
      case "ogv":
        return "out-gridview";
      case "lp":
        return "out-printer";
      case "tee":
        return "tee-object";
      case "echo":
      case "write":
        return "write-output";
      case "cp":
      case "copy":
      case "cpi":
        return "copy-item";
      case "cpp":
        return "copy-itemproperty";
      case "mv":
      case "move":
      case "mi":
        return "move-item";
      case "rm":
      case "del":
      case "erase":
      case "rd":
      case "ri":
      case "rmdir":
        return "remove-item";
      case "ren":
      case "rni":
        return "rename-item";
      case "ni":
        return "new-item";
      case "si":
        return "set-item";
      case "sp":
        return "set-itemproperty";
      case "sv":
      case "set":
        return "set-variable";
      case "nv":
        return "new-variable";
      case "sc":
        return "set-content";
      case "ac":
        return "add-content";
      case "clc":
        return "clear-content";
      case "scb":
        return "set-clipboard";
      case "cd":
      case "chdir":
      case "sl":
        return "set-location";
      case "pushd":
        return "push-location";
      case "popd":
        return "pop-location";
      case "iwr":
      case "curl":
      case "wget":
        return "invoke-webrequest";
      case "irm":
        return "invoke-restmethod";
      case "iex":
        return "invoke-expression";
      case "icm":
        return "invoke-command";
      case "ii":
        return "invoke-item";
      case "saps":
      case "start":
        return "start-process";
      case "sajb":
        return "start-job";
      case "rvpa":
        return "resolve-path";
      case "ipcsv":
        return "import-csv";
      case "epcsv":
        return "export-csv";
      case "ipmo":
        return "import-module";
      case "sleep":
        return "start-sleep";
      case "kill":
      case "spps":
        return "stop-process";
      default:
        return lower;
    }
  }
}
