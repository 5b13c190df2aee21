import { type Bench, numberOf } from '../shared/bench.ts';
import { quantile } from '../shared/quantile.ts';
import { judgeTokens } from './judge-tokens.ts';
import { liveThrough } from './live-through.ts';

/** Roles lent to jobs: how many are judged, how soon one has credentials, how late one is denied. */
export const broker: Bench = {
  name: 'broker',
  flags: {
    tokens: { type: 'string', help: 'tokens to judge (default 10000)' },
    jobs: { type: 'string', help: 'leases to live through (default 1000)' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    const tokens = numberOf(flags, 'tokens', small ? 1000 : 10_000);
    const jobs = numberOf(flags, 'jobs', small ? 20 : 1000);
    say(`judging ${tokens} tokens`);
    const perSecond = await judgeTokens(tokens);
    say(`${jobs} jobs, one after another, then all stopped`);
    const { toCredentialsMs, lateMs } = await liveThrough(jobs);
    const of = (name: string, values: readonly number[], share: number) => ({
      ...{ name, value: quantile(values, share), unit: 'ms' },
    });
    return {
      bench: 'broker',
      measured: [
        'Judged: the token verified with imported keys, its claims matched, policy asked; neither the database nor AWS.',
        'The others: whole verbs on the embedded database and practice AWS in this process, without AWS’s own time.',
      ],
      figures: [
        {
          ...{ name: 'exchanges judged, a second and core', value: perSecond, unit: '/s' },
          goal: { atLeast: 1500 },
        },
        of('approval to credentials, p50', toCredentialsMs, 0.5),
        of('approval to credentials, p99', toCredentialsMs, 0.99),
        of(`stopped to denied, ${jobs} leases, p50`, lateMs, 0.5),
        of(`stopped to denied, ${jobs} leases, p99`, lateMs, 0.99),
      ],
    };
  },
};
