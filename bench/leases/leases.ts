import { passesAtOnce, targetsAPass } from '../../apps/server/src/turners.ts';
import { type Bench, type Flags, listOf, numberOf } from '../shared/bench.ts';
import type { Figure, Report } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import { type Outcome, runScenario, type Scenario } from './scenario.ts';

const goalLateSeconds = 2;

/** `npm run bench -- leases`: how late revocations begin while many leases live. */
export const leases: Bench = {
  name: 'leases',
  flags: {
    databases: { type: 'string', help: 'pglite, postgres or both (default), parted by commas' },
    processes: { type: 'string', help: 'engines on PostgreSQL, one run each (default 1,2)' },
    live: { type: 'string', help: 'live leases (default 10,000 on PGlite, 100,000 on PostgreSQL)' },
    'per-second': { type: 'string', help: 'ends a second (default 10 and 100)' },
    seconds: { type: 'string', help: 'for so long (default 30 and 60)' },
    latency: { type: 'string', help: 'milliseconds that a call to the cloud takes (default 50)' },
    lanes: {
      type: 'string',
      help: 'passes of an engine side by side (default as the server: 1 on PGlite, 4 on PostgreSQL)',
    },
    limit: { type: 'string', help: 'most targets in a pass (default 64, as the server)' },
    asks: { type: 'string', help: 'times that one more lease is asked for (default 5)' },
    'cpu-prof': { type: 'string', help: 'a directory for CPU profiles of the engines' },
  },
  async run(flags, say) {
    const figures: Figure[] = [];
    const measured: string[] = [];
    for (const scenario of scenariosOf(flags)) {
      const outcome = await runScenario(scenario, say);
      measured.push(sentence(scenario, outcome));
      figures.push(...figuresOf(scenario, outcome));
      if (outcome.engines.failures > 0)
        say(`failures were retried: ${outcome.engines.lastFailure}`);
    }
    return { bench: 'leases', measured, figures } satisfies Report;
  },
};

function scenariosOf(flags: Flags): Scenario[] {
  const small = flags['small'] === true;
  const profile = flags['cpu-prof'];
  const common = {
    latencyMs: numberOf(flags, 'latency', small ? 0 : 50),
    pollSeconds: 60,
    limit: numberOf(flags, 'limit', targetsAPass),
    asks: numberOf(flags, 'asks', 5),
    warmUpSeconds: small ? 1 : 10,
    nodeFlags: typeof profile === 'string' ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  };
  const size = (live: number, perSecond: number, seconds: number) => ({
    live: numberOf(flags, 'live', small ? 20 : live),
    perSecond: numberOf(flags, 'per-second', small ? 4 : perSecond),
    seconds: numberOf(flags, 'seconds', small ? 1 : seconds),
  });
  const processes = listOf(flags, 'processes', small ? ['1'] : ['1', '2']).map(Number);
  return listOf(flags, 'databases', ['pglite', 'postgres']).flatMap((database): Scenario[] => {
    if (database === 'pglite') {
      const lanes = numberOf(flags, 'lanes', passesAtOnce[database]);
      return [{ ...common, ...size(10_000, 10, 30), database, lanes, processes: 1 }];
    }
    if (database !== 'postgres') throw new Error(`--databases knows no "${database}"`);
    return processes.map((each) => ({
      ...common,
      lanes: numberOf(flags, 'lanes', passesAtOnce.postgres),
      ...size(100_000, 100, 60),
      database,
      processes: each,
    }));
  });
}

function nameOf({ database, processes }: Scenario): string {
  if (database === 'pglite') return 'PGlite';
  return `PostgreSQL, ${processes} ${processes === 1 ? 'engine' : 'engines'}`;
}

function sentence(scenario: Scenario, { engines, fillSeconds, windowSeconds }: Outcome): string {
  const { live, perSecond, seconds, latencyMs, pollSeconds } = scenario;
  return [
    `${nameOf(scenario)}: ${live} live leases, of which ${perSecond} a second end for ${seconds} s,`,
    `in real time, every target looked at each ${pollSeconds} s besides;`,
    `the cloud is practice AWS's \`step\` in another process, ${latencyMs} ms a call;`,
    `one lease came by its verb and was copied by SQL (${fillSeconds.toFixed(0)} s);`,
    `${(engines.looks / windowSeconds).toFixed(0)} looks a second in`,
    `${(engines.passes / windowSeconds).toFixed(1)} passes, ${engines.failures} failures.`,
  ].join(' ');
}

function figuresOf(scenario: Scenario, outcome: Outcome): Figure[] {
  const name = nameOf(scenario);
  const { live } = scenario;
  const { terminateLateMs, written, engines, postgres, windowSeconds, endings, askMs } = outcome;
  const late = (share: number) => quantile(terminateLateMs, share) / 1000;
  const cores = (seconds: number) => seconds / windowSeconds;
  const figure = (what: string, value: number, unit: string, more: Partial<Figure> = {}) => ({
    name: `${name}: ${what}`,
    value,
    unit,
    ...more,
  });
  return [
    figure('deadline to terminate call, p50', late(0.5), 's'),
    figure('deadline to terminate call, p99', late(0.99), 's', {
      goal: { atMost: goalLateSeconds },
    }),
    figure('deadline to terminate call, max', late(1), 's'),
    figure('deadline to entry, p99', quantile(written.lateMs, 0.99) / 1000, 's'),
    figure('instances left', outcome.livingInstances, '', { goal: { exactly: live - endings } }),
    figure('leases ended', written.byState['ended'] ?? 0, '', { goal: { exactly: endings } }),
    figure('instances ended too early', outcome.wronglyEnded, '', { goal: { exactly: 0 } }),
    ...(askMs.length === 0
      ? []
      : [figure('one more `ops.start`, median', quantile(askMs, 0.5), 'ms')]),
    figure('engines, cores used', cores(engines.cpuSeconds), 'cores'),
    figure('engines, memory', engines.memoryMiB, 'MiB'),
    ...(postgres === null || scenario.database === 'pglite'
      ? []
      : [
          figure('PostgreSQL, cores used', cores(postgres.cpuSeconds), 'cores'),
          figure('PostgreSQL, memory', postgres.memoryMiB, 'MiB'),
        ]),
  ];
}
