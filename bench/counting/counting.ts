import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Bench, numberOf } from '../shared/bench.ts';
import type { Figure } from '../shared/figure.ts';
import { writeAlbLog } from './alb-log.ts';
import { runScript, timeOf } from './pinned.ts';
import { rivals } from './rivals.ts';

interface Counted {
  readonly lines: number;
  readonly bad: number;
  readonly seconds: number;
  readonly memoryMiB: number;
}

interface OursCounted extends Counted {
  /** All threads of the process, the kernel's work for it included. */
  readonly processorSeconds: number;
}

/** How many times their speed is the goal; none for what is only there for comparison. */
const goals: Readonly<Record<string, number>> = { DuckDB: 1.5, mtail: 15, goaccess: 15 };

const own = new URL('./count-once.ts', import.meta.url);
/** Programs that count the same in a process of their own, and say what they counted. */
const scripts = [
  {
    name: 'Node readline and a regular expression',
    script: new URL('./readline-baseline.ts', import.meta.url),
  },
  { name: 'DuckDB', script: new URL('./duckdb-once.ts', import.meta.url) },
];

/** `npm run bench -- counting`: ALB logs into minutes, plain and gzip, beside others on the same file and processor. */
export const counting: Bench = {
  name: 'counting',
  flags: {
    lines: { type: 'string', help: 'lines of the log (default 1000000, about 700 MB)' },
    passes: { type: 'string', help: 'how often each is run; the best counts (default 3)' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    const lines = numberOf(flags, 'lines', small ? 20_000 : 1_000_000);
    const passes = numberOf(flags, 'passes', small ? 1 : 3);
    const folder = mkdtempSync(join(tmpdir(), 'sekisho-bench-'));
    try {
      const log = join(folder, 'alb.log');
      say(`writing ${lines} lines`);
      writeAlbLog(log, lines);
      execFileSync('gzip', ['-k', log]);
      const plain = await measurePlain(log, lines, passes, say);
      const packed = await measurePacked(`${log}.gz`, lines, passes, say);
      return { bench: 'counting', measured: measured(log, lines), figures: [...plain, ...packed] };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function measured(log: string, lines: number): readonly string[] {
  const bytes = statSync(log).size;
  return [
    `An ALB log of ${lines} lines, ${Math.round(bytes / lines)} bytes each, in the page cache; the default SLI; the best of several runs, each on the same processor (taskset).`,
    'Ours, the script and DuckDB are timed inside their process, from opening the file to the last minute; other programs from spawn to end.',
  ];
}

async function measurePlain(
  log: string,
  lines: number,
  passes: number,
  say: (text: string) => void,
): Promise<readonly Figure[]> {
  say('counting text');
  const ours = await runScript<OursCounted>(own, [log, String(passes)]);
  const bytes = statSync(log).size;
  const others: { name: string; seconds: number }[] = [];
  for (const { name, script } of scripts) {
    say(`the same by ${name}`);
    const theirs = await runScript<Counted>(script, [log, String(passes)]);
    if (ours.bad !== theirs.bad || ours.lines !== theirs.lines)
      throw new Error(`the counts differ: ${JSON.stringify([ours, theirs])}`);
    others.push({ name, seconds: theirs.seconds });
  }
  for (const rival of rivals(dirname(log))) {
    say(`the same by ${rival.name}`);
    others.push({
      name: rival.name,
      seconds: await timeOf(rival.program, rival.args(log), passes),
    });
  }
  return [
    {
      name: 'ALB text, bytes',
      value: bytes / ours.seconds / 1e9,
      unit: 'GB/s',
      goal: { atLeast: 1 },
    },
    {
      name: 'the same by its own processor time',
      value: bytes / ours.processorSeconds / 1e9,
      unit: 'GB/s',
      goal: { atLeast: 1 },
    },
    { name: 'ALB text, lines', value: lines / ours.seconds / 1e6, unit: 'M/s' },
    { name: 'ALB text, memory', value: ours.memoryMiB, unit: 'MiB' },
    ...others.map(({ name, seconds }) => timesTheSpeed(name, seconds / ours.seconds)),
  ];
}

function timesTheSpeed(rival: string, times: number): Figure {
  const goal = goals[rival];
  return {
    ...{ name: `ALB text, times the speed of ${rival}`, value: times, unit: '' },
    ...(goal === undefined ? {} : { goal: { atLeast: goal } }),
  };
}

async function measurePacked(
  log: string,
  lines: number,
  passes: number,
  say: (text: string) => void,
): Promise<readonly Figure[]> {
  say('counting gzip');
  const ours = await runScript<Counted>(own, [log, String(passes)]);
  const unpacking = await timeOf('gzip', ['-dc', log], passes);
  return [
    {
      name: 'ALB .gz, lines',
      value: lines / ours.seconds / 1e6,
      unit: 'M/s',
      peer: { name: 'gzip -dc', value: lines / unpacking / 1e6 },
    },
    {
      name: 'ALB .gz, share of the speed of `gzip -dc`',
      value: unpacking / ours.seconds,
      unit: '',
      goal: { atLeast: 0.9 },
    },
  ];
}
