import { type Postgres, startPostgres } from '../../test/support/postgres.ts';
import { type Bench, type Flags, listOf, numberOf } from '../shared/bench.ts';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import { type Outcome, runScenario, type Scenario } from './scenario.ts';
import type { Subject } from './server-process.ts';

const goalMs = 200;
const modes = { socket: 'Socket Mode', http: 'HTTP' } as const;
const names: Readonly<Record<string, string>> = { pglite: 'PGlite', postgres: 'PostgreSQL' };

/** `npm run bench -- slack`: how soon a command is acknowledged, through Bolt. */
export const slack: Bench = {
  name: 'slack',
  flags: {
    databases: { type: 'string', help: 'pglite, postgres or both (default), parted by commas' },
    modes: { type: 'string', help: 'socket, http or both (default), parted by commas' },
    'per-second': { type: 'string', help: 'commands a second (default 200)' },
    seconds: { type: 'string', help: 'for so long (default 20)' },
    'start-every': { type: 'string', help: 'one command in so many starts a server (default 10)' },
    'cpu-prof': { type: 'string', help: 'a directory for CPU profiles of the servers' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    const databases = listOf(flags, 'databases', ['pglite', 'postgres']);
    const common = commonOf(flags, small);
    const postgres = databases.includes('postgres') ? await startPostgres({ durable: true }) : null;
    const figures: Figure[] = [];
    try {
      for (const mode of listOf(flags, 'modes', ['socket', 'http'])) {
        if (mode !== 'socket' && mode !== 'http') throw new Error(`--modes knows no "${mode}"`);
        say(`${modes[mode]}: a bare Bolt`);
        const bare = await runScenario({ ...common, mode, subject: 'bare' });
        for (const database of databases) {
          say(`${modes[mode]}: Sekisho on ${database}`);
          const subject = await subjectOf(database, mode, postgres);
          const outcome = await runScenario({ ...common, mode, subject });
          figures.push(
            ...figuresOf(`${modes[mode]}, ${names[database] ?? database}`, outcome, bare),
          );
        }
      }
    } finally {
      await postgres?.stop();
    }
    return { bench: 'slack', measured: sentences(common), figures };
  },
};

type Common = Omit<Scenario, 'mode' | 'subject'>;

function commonOf(flags: Flags, small: boolean): Common {
  const profile = flags['cpu-prof'];
  return {
    perSecond: numberOf(flags, 'per-second', small ? 10 : 200),
    seconds: numberOf(flags, 'seconds', small ? 1 : 20),
    startEvery: numberOf(flags, 'start-every', 10),
    nodeFlags: typeof profile === 'string' ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  };
}

async function subjectOf(
  database: string,
  mode: string,
  postgres: Postgres | null,
): Promise<Subject> {
  if (database === 'pglite') return 'pglite';
  if (postgres === null) throw new Error(`--databases knows no "${database}"`);
  return { postgres: await postgres.createDatabase(`bench_${mode}`) };
}

function sentences({ perSecond, seconds, startEvery }: Common): string[] {
  return [
    `${perSecond} commands a second for ${seconds} s, at a steady rate whatever becomes of them; one in ${startEvery} starts a server, the others are \`/ops list\`; all are worked on by the same process meanwhile.`,
    'The whole server (Slack door on Bolt, core, engine, practice AWS in-process) in one process; practice Slack, in memory, in another; it takes the time from sending a command to its acknowledgement.',
    'The peer is a bare Bolt whose listener acknowledges and does nothing else, at the same rate in the same run.',
  ];
}

function figuresOf(name: string, outcome: Outcome, bare: Outcome): Figure[] {
  const { acknowledgedMs, workedOnSeconds, server, windowSeconds } = outcome;
  const at = (share: number) => ({
    value: quantile(acknowledgedMs, share),
    unit: 'ms',
    peer: { name: 'bare Bolt', value: quantile(bare.acknowledgedMs, share) },
  });
  const missed = acknowledgedMs.filter((time) => !Number.isFinite(time)).length;
  return [
    { name: `${name}: acknowledged, p50`, ...at(0.5) },
    { name: `${name}: acknowledged, p99`, ...at(0.99), goal: { atMost: goalMs } },
    { name: `${name}: acknowledged, max`, ...at(1) },
    { name: `${name}: not acknowledged`, value: missed, unit: '', goal: { exactly: 0 } },
    { name: `${name}: all worked on, after the last`, value: workedOnSeconds, unit: 's' },
    {
      name: `${name}: server, cores used`,
      value: server.cpuSeconds / windowSeconds,
      unit: 'cores',
    },
    { name: `${name}: server, memory`, value: server.memoryMiB, unit: 'MiB' },
  ];
}
