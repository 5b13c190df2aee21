import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/support/free-port.ts';
import type { Figure } from '../shared/figure.ts';
import { timeToEnd, timeToLine } from './spawned.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const goals = { first: 10, again: 3 };

/** From `npm start` to the line with the address, everything being installed and built: on an empty directory, and again. */
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
    const ready = await fetch(`${address}/readyz`);
    if (!ready.ok) throw new Error(`${address}/readyz answers ${ready.status}`);
  } finally {
    await started.end();
  }
  return started.milliseconds / 1000;
}

function figure(name: string, value: number, atMost: number): Figure {
  return { name, value, unit: 's', goal: { atMost } };
}
