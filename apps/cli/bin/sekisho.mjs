#!/usr/bin/env node
// The `sekisho` command. Plain JavaScript that an old Node can read: it finds the pinned Node and hands over.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 24;
const root = findInstallation(dirname(fileURLToPath(import.meta.url)));

if (root === null) {
  console.error('Sekisho is not installed yet: run `npm ci` in its folder, then try again.');
  process.exitCode = 5;
} else if (Number.parseInt(process.versions.node, 10) >= oldestNode) {
  // Beside the packages and not in the shared /tmp, where another user could plant code for us to run.
  module.enableCompileCache?.(join(root, 'node_modules', '.cache', 'sekisho'));
  await import('../src/main.ts').catch(tellMissing);
} else {
  await handOver(join(root, 'node_modules', 'node', 'bin', 'node'));
}

/** The nearest folder upwards that holds the installed packages, or null. */
function findInstallation(from) {
  const wanted = ['node_modules/commander', 'node_modules/node/bin/node'];
  if (wanted.every((path) => existsSync(join(from, path)))) return from;
  const parent = dirname(from);
  return parent === from ? null : findInstallation(parent);
}

/** An installation from before a change lacks the parts that came with it. */
function tellMissing(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('A part of Sekisho is missing: run `npm ci` in its folder, then try again.');
  process.exitCode = 5;
}

/** Runs the same command line on the pinned Node and ends as it ended: same code, same signal. */
async function handOver(node) {
  const { spawn } = await import('node:child_process');
  const line = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, line, { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'];
  for (const signal of signals) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C and Ctrl-\ to the whole group: forwarding would say it twice.
      const fromTerminal = process.stdin.isTTY && (signal === 'SIGINT' || signal === 'SIGQUIT');
      if (!fromTerminal) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(
      `Node ${oldestNode} could not be started (${error.message}): run \`npm ci\` again.`,
    );
    process.exitCode = 5;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 5);
    for (const name of signals) process.removeAllListeners(name);
    process.kill(process.pid, signal);
  });
}
