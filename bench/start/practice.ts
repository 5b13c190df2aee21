import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type PracticeFile, practiceFileIn } from '@sekisho/practice/files';
import { freePort } from '../../test/support/free-port.ts';
import type { Figure } from '../shared/figure.ts';
import { timeToEnd, timeToLine } from './spawned.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const goals = { first: 10, again: 3 };

/** From `npm start` until it says that it is ready, everything being installed and built: on an empty directory, and again. */
export async function measurePractice(): Promise<Figure[]> {
  await buildConsole();
  const folder = await mkdtemp(join(tmpdir(), 'sekisho-bench-'));
  try {
    const first = await startOnce(folder);
    const again = await startOnce(folder);
    return [
      figure('practice ready, empty data directory', first, goals.first),
      figure('practice ready, again', again, goals.again),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Building is no part of starting, so it is done before when the sources are newer. */
async function buildConsole(): Promise<void> {
  const script = new URL('../../scripts/console.mjs', import.meta.url).href;
  const program = `await (await import(${JSON.stringify(script)})).ensureConsoleBuilt()`;
  await timeToEnd(process.execPath, ['--input-type=module', '-e', program]);
}

async function startOnce(folder: string): Promise<number> {
  const env = {
    ...process.env,
    // The Node that package.json pins, as a machine without another one has it.
    PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
    XDG_STATE_HOME: join(folder, 'state'),
    SEKISHO_DATA: join(folder, 'data'),
    SEKISHO_DATABASE_URL: '',
    SEKISHO_PORT: String(await freePort()),
    SEKISHO_PRACTICE_AWS_PORT: String(await freePort()),
    SEKISHO_PRACTICE_SLACK_PORT: String(await freePort()),
  };
  const started = await timeToLine('npm', ['start'], { cwd: root, env }, /^Sekisho practice: http/);
  try {
    const address = /http:\/\/[^/#]+/.exec(started.line)?.[0] ?? '';
    await untilReady(`${address}/readyz`);
    return (performance.now() - started.began) / 1000;
  } finally {
    // npm's shell forwards no signal: the server itself is told.
    const file = readFileSync(practiceFileIn(join(folder, 'data')), 'utf8');
    await started.end((JSON.parse(file) as PracticeFile).pid);
  }
}

/** The line comes when it listens; it is ready when its database and its engine have answered. */
async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 3000; tries += 1) {
    if ((await fetch(url)).ok) return;
    await sleep(20);
  }
  throw new Error(`${url} never answered 200`);
}

function figure(name: string, value: number, atMost: number): Figure {
  return { name, value, unit: 's', goal: { atMost } };
}
