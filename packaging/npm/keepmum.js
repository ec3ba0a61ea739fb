#!/usr/bin/env node
'use strict';
// For the command line. A hook should start the native program itself, which `keepmum init`
// registers: Node alone takes longer than it.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const name = process.platform === 'win32' ? 'keepmum-native.exe' : 'keepmum-native';
const program = path.join(__dirname, 'program', 'hooks', name);
const result = spawnSync(program, process.argv.slice(2), { stdio: 'inherit' });
if (result.error) {
  console.error(`keepmum: the program cannot be started (${result.error.code}); install it again`);
}
process.exit(result.status === null ? 2 : result.status);
