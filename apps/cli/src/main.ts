import { writeSync } from 'node:fs';
import { constants, homedir } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Host, Output } from './host.ts';
import { languageOf } from './language.ts';
import { run } from './run.ts';

// What only some command lines need is read by them: people wait for a help text.

const argv = process.argv.slice(2);

const host: Host = {
  env: process.env,
  cwd: process.cwd(),
  home: homedir(),
  uid: process.getuid?.() ?? null,
  root: resolve(fileURLToPath(new URL('../../..', import.meta.url))),
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  fetch: globalThis.fetch,
  now: () => Date.now(),
  newKey: () => crypto.randomUUID(),
  language: languageOf(argv, process.env),
  runProgram,
  endWith,
  endSoon: (exitCode) => void setTimeout(() => process.exit(exitCode), 1000).unref(),
  sleep: (milliseconds, signal) =>
    sleep(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
};

process.exitCode = await run(host, argv);

function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has gone away (`| head`) has seen enough; a full disk has lost something.
    if (error.code === 'EPIPE') process.exit();
    void endLost(String(error.code));
  });
  return {
    write: (text) => new Promise((done) => stream.write(text, () => done())),
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
  };
}

async function endLost(detail: string): Promise<void> {
  const { say } = await import('./sentences/say.ts');
  writeSync(2, `${say(host, 'output-lost', { detail })}\n`);
  process.exit(5);
}

function endWith(text: string): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const end = (signal: (typeof signals)[number]) => {
    try {
      writeSync(1, text);
    } finally {
      process.exit(128 + constants.signals[signal]);
    }
  };
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

async function runProgram(
  [command = '', ...args]: readonly string[],
  env: Host['env'] = process.env,
): Promise<number> {
  const { spawn } = await import('node:child_process');
  return new Promise((done, fail) => {
    // The program has the terminal: Ctrl-C is for it, and it decides when to end.
    for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.on(signal, () => {});
    // Before it starts: a signal in between would end us and leave it behind.
    for (const signal of ['SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    const child = spawn(command, args, { stdio: 'inherit', env });
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  });
}
