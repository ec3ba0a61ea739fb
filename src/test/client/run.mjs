#!/usr/bin/env node
// Runs the real Claude Code client, headless, against a stand-in of its API on loopback, and looks at
// what reaches the model: without the hook the canary must (the control), with it the canary must not:
// the call or the prompt is refused, or its output comes with a placeholder.
//
//   mvn -q package -DskipTests && node src/test/client/run.mjs
//
// The client is installed from npm into target/client once (about 360 MB). CLAUDE_BIN names another.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '2.1.330';
const CANARY = 'canary-7f3a';
const ENCODED = Buffer.from(`the value is ${CANARY}\n`).toString('base64');
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const hook = join(root, 'hooks/keepmum');
const EVENTS = ['PreToolUse', 'PostToolUse', 'PostToolUseFailure', 'UserPromptSubmit', 'ConfigChange'];

/** How long the client takes to notice that a settings file has changed, in milliseconds. */
const NOTICED = 3000;

/**
 * What is tried: a prompt, a tool's call, and what has to come of it with the hook in place. In copy.log
 * stands what nobody can know beforehand: the value of .env in a file that no rule protects.
 */
const calls = [
  { name: 'control without a hook', tool: 'Bash', input: { command: 'cat .env' }, hook: false, seen: true },
  { name: 'cat .env', tool: 'Bash', input: { command: 'cat .env' }, blocked: true },
  { name: 'a variable for the name', tool: 'Bash', input: { command: 'F=.en; cat ${F}v' }, blocked: true },
  { name: 'Read', tool: 'Read', input: { file_path: '.env' }, blocked: true },
  { name: 'Grep', tool: 'Grep', input: { pattern: 'SECRET', path: '.env', output_mode: 'content' }, blocked: true },
  { name: 'Monitor', tool: 'Monitor', input: { description: 'm', timeout_ms: 1000, command: 'cat .env' }, blocked: true },
  { name: "a sub-agent's call", agent: true, tool: 'Bash', input: { command: 'cat .env' }, blocked: true },
  { name: 'names only', tool: 'Bash', input: { command: 'cut -d= -f1 .env' }, blocked: false },
  { name: 'first-run set-up', tool: 'Bash', input: { command: 'cp .env.example .env.local && ls -a' }, blocked: false },
  { name: 'control: an output without a hook', tool: 'Bash', input: { command: 'cat copy.log' }, hook: false, seen: true },
  { name: 'the output of Bash', tool: 'Bash', input: { command: 'cat copy.log' }, redacted: true },
  { name: 'the output of Bash, encoded', tool: 'Bash', input: { command: 'base64 -w0 copy.log' }, redacted: true },
  { name: 'the output of Read', tool: 'Read', input: { file_path: 'copy.log' }, redacted: true },
  { name: 'the output of Grep', tool: 'Grep', input: { pattern: 'is', path: 'copy.log', output_mode: 'content' }, redacted: true },
  { name: 'the output of an MCP server', tool: 'mcp__canary__read', input: {}, redacted: true },
  { name: 'an output without a secret', tool: 'Bash', input: { command: 'echo harmless' } },
  { name: 'control: a mention without a hook', prompt: 'explain @.env', hook: false, seen: true, asked: true },
  { name: 'a mention', prompt: 'explain @.env' },
  { name: 'a pasted value', prompt: `the key is ${CANARY}` },
  { name: 'a harmless prompt', prompt: 'explain @.env.example', asked: true },
  { name: 'control: the guard taken away', tool: 'Bash', input: { command: 'cat .env' }, events: ['PreToolUse'], settings: {}, seen: true },
  { name: 'the guard taken away', tool: 'Bash', input: { command: 'cat .env' }, settings: {}, blocked: true },
  { name: 'hooks switched off', tool: 'Bash', input: { command: 'cat .env' }, settings: { disableAllHooks: true }, blocked: true },
  { name: 'a broken hook', tool: 'Bash', input: { command: 'cat .env' }, broken: true, blocked: true },
];

/** Has a sub-agent work, whose first request then gets the call. */
const DELEGATION = {
  id: 'toolu_test_0',
  tool: 'Agent',
  input: { description: 'd', prompt: 'look', subagent_type: 'general-purpose', run_in_background: false },
};

function client() {
  if (process.env.CLAUDE_BIN) {
    return process.env.CLAUDE_BIN;
  }
  const folder = join(root, 'target/client');
  const program = join(folder, 'node_modules/@anthropic-ai/claude-code-linux-x64/claude');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    console.log(`installing the client ${VERSION} into ${folder}`);
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `@anthropic-ai/claude-code@${VERSION}`], { stdio: 'ignore' });
  }
  return program;
}

/**
 * Answers the first request that offers the tool with a call of it, every other one with a word. Where a
 * case has other settings, they are written before the call, as another program would.
 */
function api(call, requests, settings) {
  let called = false;
  let delegated = !call.agent;
  return createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      requests.push(body);
      if (!request.url.includes('/messages') || request.url.includes('count_tokens')) {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"input_tokens":1}');
        return;
      }
      const asked = JSON.parse(body);
      const offers = (name) => (asked.tools ?? []).some((tool) => tool.name === name);
      if (!delegated && offers('Agent')) {
        delegated = true;
        answer(response, DELEGATION);
        return;
      }
      const offered = delegated && offers(call.tool);
      const now = offered && !called;
      called ||= now;
      if (now && call.settings) {
        writeFileSync(settings, JSON.stringify(call.settings));
        setTimeout(() => answer(response, call), NOTICED);
        return;
      }
      answer(response, now ? call : undefined);
    });
  });
}

function answer(response, call) {
  const block = call
    ? { type: 'tool_use', id: call.id ?? 'toolu_test_1', name: call.tool, input: {} }
    : { type: 'text', text: '' };
  const delta = call
    ? { type: 'input_json_delta', partial_json: JSON.stringify(call.input) }
    : { type: 'text_delta', text: 'done' };
  const usage = { input_tokens: 1, output_tokens: 1 };
  const message = { id: 'msg_test', type: 'message', role: 'assistant', model: 'test', content: [], stop_reason: null, stop_sequence: null, usage };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of [
    { type: 'message_start', message },
    { type: 'content_block_start', index: 0, content_block: block },
    { type: 'content_block_delta', index: 0, delta },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: call ? 'tool_use' : 'end_turn', stop_sequence: null }, usage },
    { type: 'message_stop' },
  ]) {
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }
  response.end();
}

async function run(program, call) {
  const place = mkdtempSync(join(tmpdir(), 'keepmum-client-'));
  const project = join(place, 'project');
  mkdirSync(join(place, '.claude'), { recursive: true });
  mkdirSync(project);
  writeFileSync(join(project, '.env'), `SECRET=${CANARY}\n`);
  writeFileSync(join(project, '.env.example'), 'SECRET=\n');
  writeFileSync(join(project, 'copy.log'), `the value is ${CANARY}\n`);
  const mcpServer = { command: process.execPath, args: [join(root, 'src/test/client/mcp.mjs'), `the value is ${CANARY}`] };
  writeFileSync(join(place, 'mcp.json'), JSON.stringify({ mcpServers: { canary: mcpServer } }));
  if (call.hook !== false) {
    const command = call.broken ? join(place, 'missing') : hook;
    const entry = { type: 'command', command, args: ['hook'], timeout: 20, onFailure: 'block' };
    const hooks = {};
    for (const event of call.events ?? EVENTS) {
      hooks[event] = [{ matcher: '*', hooks: [entry] }];
    }
    writeFileSync(join(place, '.claude/settings.json'), JSON.stringify({ hooks: call.broken ? { PreToolUse: hooks.PreToolUse } : hooks }));
  }
  const requests = [];
  const server = api(call, requests, join(place, '.claude/settings.json')).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const environment = {
    PATH: process.env.PATH, HOME: place, LANG: 'C.UTF-8', TERM: 'dumb', IS_SANDBOX: '1',
    ANTHROPIC_BASE_URL: `http://127.0.0.1:${server.address().port}`, ANTHROPIC_API_KEY: 'test',
    DISABLE_TELEMETRY: '1', DISABLE_AUTOUPDATER: '1', DISABLE_ERROR_REPORTING: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', ENABLE_TOOL_SEARCH: 'false',
  };
  const options = ['--permission-mode', 'bypassPermissions', '--tools', 'Agent,Read,Grep,Monitor,Bash', '--mcp-config', join(place, 'mcp.json')];
  const child = spawn(program, ['-p', call.prompt ?? 'go', ...options], {
    cwd: project, env: environment, stdio: 'ignore', timeout: 60_000,
  });
  await new Promise((done) => child.once('exit', done));
  server.closeAllConnections();
  server.close();
  rmSync(place, { recursive: true, force: true });
  return judge(call, requests.join('\n'));
}

function judge(call, sent) {
  const result = call.tool ? sent.includes('toolu_test_1') : sent.includes('"role":"user"');
  const blocked = sent.includes('"is_error":true');
  const redacted = sent.includes('‹keepmum:');
  const seen = sent.includes(CANARY) || sent.includes(ENCODED);
  const right =
    result === (call.tool ? true : Boolean(call.asked)) &&
    seen === Boolean(call.seen) && blocked === Boolean(call.blocked) && redacted === Boolean(call.redacted);
  const found = call.tool ? (blocked ? 'blocked' : redacted ? 'redacted' : 'ran') : result ? 'asked' : 'refused';
  console.log(`${right ? 'ok  ' : 'FAIL'} ${call.name}: ${found}, canary ${seen ? 'seen' : 'not seen'}${call.tool && !result ? ', no result' : ''}`);
  return right;
}

const program = client();
let passed = 0;
for (const call of calls) {
  passed += (await run(program, call)) ? 1 : 0;
}
console.log(`${passed} passed, ${calls.length - passed} failed`);
process.exit(passed === calls.length ? 0 : 1);
