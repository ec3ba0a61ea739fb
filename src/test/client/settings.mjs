#!/usr/bin/env node
// Asks the real Claude Code client which settings files it skips, which entries it leaves out and which
// permission rules it takes without effect ("claude doctor"), and compares that with "keepmum lint".
//
//   mvn -q package -DskipTests && node src/test/client/settings.mjs
//
// The client is the one that run.mjs installs into target/client; CLAUDE_BIN names another. It is asked
// once a case (about a second each), in a home of its own, and reaches no network. What it ignores without
// a word (a theme that does not exist) cannot be compared. An argument picks the cases that hold it.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const program = process.env.CLAUDE_BIN
  ?? join(root, 'target/client/node_modules/@anthropic-ai/claude-code-linux-x64/claude');
const keepmum = process.env.KEEPMUM ?? join(root, 'hooks/keepmum');

// A deny rule that doctor complains of wherever its file is loaded: without the complaint the file was skipped.
const MARK = 'Write(./mark)';

const settings = (members) => {
  const permissions = members.permissions;
  const denied = permissions && !Array.isArray(permissions.deny ?? []) ? permissions.deny : [...(permissions?.deny ?? []), MARK];
  return JSON.stringify({ ...members, permissions: { ...permissions, deny: denied } }, null, 2);
};
const text = settings({});
const inside = text.slice(1);
const hook = (event, entry, group = {}) => settings({ hooks: { [event]: [{ ...group, hooks: [entry] }] } });
const command = (extra) => ({ type: 'command', command: '/bin/true', ...extra });
const rules = (list, ...entries) => settings({ permissions: { [list]: entries } });
const servers = (entries) => JSON.stringify({ mcpServers: entries }, null, 2);

/** Settings files, good and broken. */
const cases = {
  'nothing special': text,
  'many known keys': settings({ model: 'opus', env: { A: '1' }, cleanupPeriodDays: 30, includeCoAuthoredBy: false, theme: 'dark', effortLevel: 'high' }),
  'a byte order mark': `\uFEFF${text}`,
  'a key twice': `{"model": 7, "model": "opus",${inside}`,
  'a lone surrogate': `{"x": "\\ud800",${inside}`,
  'unknown keys': settings({ unheardOf: 7, modle: 'x' }),
  'a whole number with a fraction': `{"cleanupPeriodDays": 30.0,${inside}`,
  'numbers in env': settings({ env: { A: 7, B: true } }),
  'mode manual': settings({ permissions: { defaultMode: 'manual' } }),
  'attribution off': settings({ attribution: false }),
  'a comment': `{ // ours\n${inside}`,
  'a block comment': `/* ours */ ${text}`,
  'a trailing comma': `${text.slice(0, -1)},}`,
  'single quotes': text.replaceAll('"', "'"),
  'a control character': `{"x": "a\tb",${inside}`,
  'a leading zero': `{"x": 01,${inside}`,
  'cut off': text.slice(0, -3),
  'two values': `${text} {}`,
  'a list': '[]',
  'null': 'null',
  'model 7': settings({ model: 7 }),
  'model null': settings({ model: null }),
  'permissions null': `{"permissions": null}`,
  'allow is a text': settings({ permissions: { allow: 'Bash(ls)' } }),
  'mode yolo': settings({ permissions: { defaultMode: 'yolo' } }),
  'disableBypass true': settings({ permissions: { disableBypassPermissionsMode: true } }),
  'a folder that is a number': settings({ permissions: { additionalDirectories: [7] } }),
  'cleanup 0': settings({ cleanupPeriodDays: 0 }),
  'cleanup 1.5': settings({ cleanupPeriodDays: 1.5 }),
  'survey rate 2': settings({ feedbackSurveyRate: 2 }),
  'status line without a command': settings({ statusLine: { type: 'command' } }),
  'sandbox enabled by word': settings({ sandbox: { enabled: 'yes' } }),
  'an unknown marketplace source': settings({ strictKnownMarketplaces: [{ source: 'gitlab' }] }),
  'a marketplace without its repository': settings({ extraKnownMarketplaces: { a: { source: { source: 'github' } } } }),
  'a server rule that is a number': settings({ allowedMcpServers: [{ serverName: 'a' }, { serverName: 7 }] }),
  'an unknown word': settings({ crossSessionInbound: 'x', teammateMode: 'y' }),
  'a managed key': settings({ deniedModels: ['x'] }),
  'hooks is a list': settings({ hooks: [] }),
  'a good guard': hook('PreToolUse', command({ args: ['hook'], timeout: 20, onFailure: 'block' }), { matcher: '*' }),
  'guard: timeout is a text': hook('PreToolUse', command({ timeout: '5' })),
  'guard: timeout 0': hook('PreToolUse', command({ timeout: 0 })),
  'guard: onFailure deny': hook('PreToolUse', command({ onFailure: 'deny' })),
  'guard: unknown type': hook('PreToolUse', { type: 'cmd', command: '/bin/true' }),
  'guard: no type': hook('PreToolUse', { command: '/bin/true' }),
  'guard: args is a text': hook('PreToolUse', command({ args: 'hook' })),
  'guard: shell zsh': hook('PreToolUse', command({ shell: 'zsh' })),
  'guard: unknown extra key': hook('PreToolUse', command({ note: 7 })),
  'guard: matcher is a number': hook('PreToolUse', command({}), { matcher: 7 }),
  'guard: matchers that never fire': settings({ hooks: { PreToolUse: [{ matcher: '[', hooks: [command({})] }, { matcher: 'bash', hooks: [command({})] }] } }),
  'guard: no list of hooks': settings({ hooks: { PreToolUse: [{ matcher: '*' }] } }),
  'guard: not in a group': settings({ hooks: { PreToolUse: [command({})] } }),
  'guard: null': settings({ hooks: { PreToolUse: null } }),
  'guard: http without a URL': hook('PermissionRequest', { type: 'http', url: 'example' }),
  'after: timeout is a text': hook('PostToolUse', command({ timeout: '5' })),
  'after: unknown type': hook('PostToolUse', { type: 'cmd' }),
  'after: no list of hooks': settings({ hooks: { Stop: [{ matcher: 'x' }, { hooks: [command({})] }] } }),
  'after: an object': settings({ hooks: { Stop: {} } }),
  'unknown events': settings({ hooks: { pretooluse: [], PreToolCall: [], PostToolUse: [] } }),
  'rules without form': rules('deny', 'Bash(', 'Bash(ls) x', 'Read)x(', '', 'Bash()', 'Read(x'),
  'rules in lower case': rules('deny', 'bash', 'read(./x)', 'mcp__a', 'Bash(ls)'),
  'a rule that is no text': rules('allow', 7, 'Bash(ls)'),
  'rules for servers': rules('deny', 'mcp__a__b(c)', 'mcp__a', 'mcp__a__*', 'mcp__a__re*', 'mcp__*'),
  'rules for hosts': rules('deny', 'WebFetch(https://example.com)', 'WebFetch(example.com)', 'WebFetch(domain:example.com)', 'WebFetch(domain:https://x)', 'WebFetch(*)'),
  'wildcards that allow': rules('allow', '*', 'mcp__*', 'Ba*', 'mcp__a__*', 'Bash(*)', 'Bash(:*)'),
  'rules without effect': rules('deny', 'MultiEdit(x)', 'NotebookEdit(x)', 'Glob(x)', 'LS', 'Foo(x)', ' Bash(ls)', 'Bash|Read', 'Read(file_path:/x)', 'Bash(:* x)'),
  'rules that ask': rules('ask', 'Write(x)', 'Bash(git push:*)', 'Agent(Explore)', 'Bash(run_in_background:true)', 'Task'),
  'MCP: good servers': { mcp: servers({ a: { command: '/bin/true', args: ['x'], env: { A: 'b' } }, b: { type: 'http', url: 'http://127.0.0.1:9/' } }) },
  'MCP: bad servers': { mcp: servers({ a: { command: 7 }, b: { type: 'foo' }, c: {}, d: { type: 'http' }, e: { url: 'http://127.0.0.1:9/' }, f: 7, g: { command: '' }, h: { command: 'x', args: 'y' }, i: { command: 'x', env: { A: 7 } } }) },
};

async function doctor(place) {
  const environment = {
    PATH: process.env.PATH, HOME: join(place, 'home'), LANG: 'C.UTF-8', TERM: 'dumb', IS_SANDBOX: '1',
    ANTHROPIC_API_KEY: 'test', ANTHROPIC_BASE_URL: 'http://127.0.0.1:9', DISABLE_TELEMETRY: '1',
    DISABLE_AUTOUPDATER: '1', DISABLE_ERROR_REPORTING: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  };
  const child = spawn(program, ['doctor'], { cwd: join(place, 'project'), env: environment, stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  await new Promise((done) => child.once('close', done));
  return out;
}

/** The lines of one section of what doctor says. */
function section(out, title) {
  const lines = out.split('\n');
  const start = lines.indexOf(title);
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line !== '' && !line.startsWith('- ') && !line.startsWith('  '));
  return rest.slice(0, end < 0 ? rest.length : end).filter((line) => line.startsWith('- ')).map((line) => line.slice(2));
}

/** A key as both sides name it: rules by their list, hooks and others by the entry that is left out. */
function entry(path) {
  const dotted = path.replace(/\[(\d+)\]/g, '.$1');
  return dotted
    .replace(/^(permissions\.\w+)\.\d+$/, '$1')
    .replace(/^(hooks\.\w+\.\d+\.hooks\.\d+)\..*/, '$1')
    .replace(/^(hooks\.\w+\.\d+)\.matcher$/, '$1')
    .replace(/^(\w+McpServers\.\d+)\..*/, '$1')
    .replace(/^(mcpServers\.\w+)\..*/, '$1')
    .replace(/^(extraKnownMarketplaces\.\w+)\..*/, '$1');
}

function client(out, isServers) {
  const invalid = section(out, 'Invalid settings');
  const idle = section(out, 'Permission rules that may not work as written');
  const skipped = !isServers && !idle.some((line) => line.includes(MARK));
  const dropped = skipped ? [] : invalid.map((line) => entry(/› ([^:]+):/.exec(line)?.[1] ?? line));
  const named = new Set(idle.filter((line) => !line.includes(MARK)).map((line) => /rule "(.*?)" /.exec(line)?.[1] ?? /: (.*?\)) (is|has) /.exec(line)?.[1] ?? line));
  return { skipped, dropped: [...dropped].sort(), idle: named.size };
}

const DROPPED = ['settings/ignored', 'settings/managed-only', 'hooks/dropped', 'hooks/unknown-event', 'guard/dropped', 'permissions/dropped', 'mcp/dropped'];

function ours(findings) {
  const skipped = findings.some((one) => one.check === 'settings/json' || one.check === 'settings/type');
  const left = findings.filter((one) => DROPPED.includes(one.check)).map((one) => entry(one.at));
  // A rule is one entry of its list each; any other entry is left out once, whatever is wrong in it.
  const dropped = skipped ? [] : left.filter((path, i) => path.startsWith('permissions.') || left.indexOf(path) === i);
  const idle = skipped ? 0 : findings.filter((one) => one.check === 'permissions/no-effect' && !one.message.includes(MARK)).length;
  return { skipped, dropped: [...dropped].sort(), idle };
}

const place = realpathSync(mkdtempSync(join(tmpdir(), 'keepmum-settings-')));
const names = Object.keys(cases).filter((name) => name.includes(process.argv[2] ?? ''));
names.forEach((name, i) => {
  const project = join(place, String(i), 'project');
  mkdirSync(join(project, '.claude'), { recursive: true });
  mkdirSync(join(place, String(i), 'home/.claude'), { recursive: true });
  if (cases[name].mcp) {
    writeFileSync(join(project, '.mcp.json'), cases[name].mcp);
  } else {
    writeFileSync(join(project, '.claude/settings.json'), cases[name]);
  }
});

const lint = spawnSync(keepmum, ['lint', '-C', place, '--format', 'json', '.'], { encoding: 'utf8', maxBuffer: 1 << 26 });
const all = JSON.parse(lint.stdout).findings;
let agreed = 0;
for (const [i, name] of names.entries()) {
  const said = client(await doctor(join(place, String(i))), Boolean(cases[name].mcp));
  const found = ours(all.filter((one) => one.file.startsWith(`${i}/`)));
  const same = JSON.stringify(said) === JSON.stringify(found);
  agreed += same ? 1 : 0;
  const what = said.skipped ? 'skipped' : said.dropped.length + said.idle > 0 ? `${said.dropped.length} left out, ${said.idle} without effect` : 'taken';
  console.log(`${same ? 'ok  ' : 'FAIL'} ${name}: ${what}`);
  if (!same) {
    console.log(`     client ${JSON.stringify(said)}\n     lint   ${JSON.stringify(found)}`);
  }
}
rmSync(place, { recursive: true, force: true });
console.log(`${agreed} of ${names.length} files agree`);
process.exit(agreed === names.length ? 0 : 1);
