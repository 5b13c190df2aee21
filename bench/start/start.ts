import { type Bench, listOf, numberOf } from '../shared/bench.ts';
import type { Figure } from '../shared/figure.ts';
import { measureCommandLine } from './command-line.ts';
import { measureConsole } from './console.ts';
import { measurePractice } from './practice.ts';

/** `npm run bench -- start`: how long until something is there. */
export const start: Bench = {
  name: 'start',
  flags: {
    runs: { type: 'string', help: 'runs of each command line (default 15)' },
    parts: { type: 'string', help: 'cli, practice, console, parted by commas (default all)' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    const runs = numberOf(flags, 'runs', small ? 1 : 15);
    const figures: Figure[] = [];
    for (const part of listOf(flags, 'parts', small ? ['cli'] : ['cli', 'practice', 'console'])) {
      say(`measuring ${part}`);
      if (part === 'cli') figures.push(...(await measureCommandLine(runs)));
      else if (part === 'practice') figures.push(...(await measurePractice()));
      else if (part === 'console') figures.push(...measureConsole());
      else throw new Error(`--parts knows no "${part}"`);
    }
    return {
      bench: 'start',
      measured: [
        'The command line: from spawn to exit, on the Node that the tree pins, its compile cache filled by one run before; the peer ran in turns with it.',
        'Practice: from spawn of `npm start` until `/readyz` answered 200, everything installed and built.',
      ],
      figures,
    };
  },
};
