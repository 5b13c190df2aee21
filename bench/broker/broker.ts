import { type Bench, type Flags, numberOf } from '../shared/bench.ts';
import type { Figure } from '../shared/figure.ts';
import { quantile } from '../shared/quantile.ts';
import { judgeTokens } from './judge-tokens.ts';
import { type Late, measureLateness, type Round } from './lateness.ts';
import { liveThrough } from './live-through.ts';

/** Access and roles that are lent: how many tokens are judged, how soon one has credentials, how late it all ends. */
export const broker: Bench = {
  name: 'broker',
  flags: {
    tokens: { type: 'string', help: 'tokens to judge (default 10000; 0 for none)' },
    jobs: { type: 'string', help: 'leases to live through (default 1000; 0 for none)' },
    leases: { type: 'string', help: 'leases of each kind that end (default 1000; 0 for none)' },
    accounts: { type: 'string', help: 'accounts that permission sets are lent in (default 20)' },
    'per-role': { type: 'string', help: 'leases that share a role (default 20)' },
    spread: { type: 'string', help: 'seconds over which spread deadlines lie (default 300)' },
    latency: { type: 'string', help: 'milliseconds that a call to AWS takes (default 50)' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    const tokens = numberOf(flags, 'tokens', small ? 1000 : 10_000);
    const jobs = numberOf(flags, 'jobs', small ? 20 : 1000);
    const figures: Figure[] = [];
    if (tokens > 0) {
      say(`judging ${tokens} tokens`);
      figures.push(judged(await judgeTokens(tokens)));
    }
    if (jobs > 0) {
      say(`${jobs} jobs, one after another, then all stopped`);
      const { toCredentialsMs, deniedMs, lateMs } = await liveThrough(jobs);
      figures.push(
        ...[0.5, 0.99].map((share) => millis('approval to credentials', toCredentialsMs, share)),
        { name: `stopped to denied, ${jobs} leases of one role`, value: deniedMs, unit: 'ms' },
        millis(`stopped to ended in our books, ${jobs} leases of one role`, lateMs, 1),
      );
    }
    for (const round of roundsOf(flags))
      figures.push(...ends(round, await measureLateness(round, say)));
    return { bench: 'broker', measured: measured(flags), figures };
  },
};

function judged(value: number): Figure {
  const name = 'exchanges judged, a second and core';
  return { name, value, unit: '/s', goal: { atLeast: 1500 } };
}

function roundsOf(flags: Flags): Round[] {
  const small = flags['small'] === true;
  const leases = numberOf(flags, 'leases', small ? 6 : 1000);
  if (leases === 0) return [];
  const crowd = {
    leases,
    accounts: numberOf(flags, 'accounts', small ? 2 : 20),
    perRole: numberOf(flags, 'per-role', small ? 3 : 20),
    latencyMs: numberOf(flags, 'latency', small ? 0 : 50),
  };
  const spread = numberOf(flags, 'spread', small ? 4 : 300);
  const spans = [small ? 2 : 60, spread, 'stop-all'] as const;
  return spans.map((spanSeconds) => ({ ...crowd, spanSeconds }));
}

function ends({ leases, spanSeconds }: Round, late: Late): Figure[] {
  const stopped = spanSeconds === 'stop-all';
  const round = stopped ? 'stopped at once' : `deadlines within ${spanSeconds} s`;
  const from = stopped ? 'order' : 'deadline';
  const pairs = (what: string, values: readonly number[]) =>
    [0.5, 0.99].map((share) => seconds(`${round}: ${what}`, values, share));
  const missed = [late.removedMs, late.deniedMs, late.windowGoneMs].map(
    (values) => leases - values.filter(Number.isFinite).length,
  );
  return [
    ...pairs(`permission set, ${from} to removal asked`, late.removalAskedMs),
    ...pairs(`permission set, ${from} to removed`, late.removedMs),
    ...pairs(`role by the broker, ${from} to denial written`, late.deniedMs),
    ...pairs(`role by a window, ${from} to policy deleted`, late.windowGoneMs),
    count(`${round}: never ended`, Math.max(...missed)),
    ...(stopped ? [] : [count(`${round}: ended too early`, late.early)]),
    ...[...late.failures].map(([word, value]) => ({
      ...{ name: `${round}: refused and tried again, ${word}`, value, unit: '' },
    })),
  ];
}

function count(name: string, value: number): Figure {
  return { name, value, unit: '', goal: { exactly: 0 } };
}

function millis(name: string, values: readonly number[], share: number): Figure {
  return { name: `${name}, ${nameOf(share)}`, value: quantile(values, share), unit: 'ms' };
}

function seconds(name: string, values: readonly number[], share: number): Figure {
  return { name: `${name}, ${nameOf(share)}`, value: quantile(values, share) / 1000, unit: 's' };
}

function nameOf(share: number): string {
  return share === 1 ? 'max' : `p${share * 100}`;
}

function measured(flags: Flags): string[] {
  const crowd = roundsOf(flags)[0];
  const basis = [
    'Judged: the token verified with imported keys, its claims matched, policy asked; neither the database nor AWS.',
    'Approval to credentials, and 1,000 leases of one role: whole verbs on the embedded database and practice AWS in this process, without AWS’s own time.',
  ];
  if (crowd === undefined) return basis;
  const { leases, accounts, perRole, latencyMs } = crowd;
  return [
    ...basis,
    `Ends: ${leases} leases of each of three kinds live at once, in real time, on the embedded database: permission sets in ${accounts} accounts, roles by the broker and by windows, ${perRole} to a role. Each call to practice AWS takes ${latencyMs} ms; Identity Center answers 20 a second, changes one assignment of an account at a time and takes 2.5 s (± 15 %) for it; a policy decides 3 s after it was written, which is not in the figures. Ours: 16 calls a second to Identity Center, 5 to IAM.`,
  ];
}
