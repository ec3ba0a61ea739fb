#!/usr/bin/env node
// An MCP server with one tool, which answers with the program's argument.
import { createInterface } from 'node:readline';

const tool = { name: 'read', description: 'Reads.', inputSchema: { type: 'object', properties: {} } };

function answer(method, parameters) {
  switch (method) {
    case 'initialize':
      return { protocolVersion: parameters.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'canary', version: '1' } };
    case 'tools/list':
      return { tools: [tool] };
    case 'tools/call':
      return { content: [{ type: 'text', text: process.argv[2] }] };
    default:
      return {};
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id !== undefined) {
    console.log(JSON.stringify({ jsonrpc: '2.0', id, result: answer(method, params) }));
  }
}
