import { fileURLToPath } from 'node:url';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import { timeToEnd } from './spawned.ts';

const sekisho = fileURLToPath(new URL('../../apps/cli/bin/sekisho.mjs', import.meta.url));
const goalMs = 150;

/** Wall time of the command line, each run beside a bare Node that does nothing. */
export async function measureCommandLine(runs: number): Promise<Figure[]> {
  const lines = {
    bare: ['-e', '0'],
    help: [sekisho, '--help'],
    verb: [sekisho, 'ops', 'start', '--help'],
  };
  const times = { bare: [] as number[], help: [] as number[], verb: [] as number[] };
  // The first round fills the compile cache, as a first use does.
  for (let run = 0; run <= runs; run += 1) {
    for (const [name, args] of Object.entries(lines) as [keyof typeof lines, string[]][]) {
      const time = await timeToEnd(process.execPath, args);
      if (run > 0) times[name].push(time);
    }
  }
  const peer = { name: 'node -e 0', value: quantile(times.bare, 0.5) };
  const figure = (name: string, values: number[]): Figure => ({
    name: `\`${name}\`, median of ${runs}`,
    value: quantile(values, 0.5),
    unit: 'ms',
    goal: { atMost: goalMs },
    peer,
  });
  return [figure('sekisho --help', times.help), figure('sekisho ops start --help', times.verb)];
}
