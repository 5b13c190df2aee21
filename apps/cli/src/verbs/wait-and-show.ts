import type { Lease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { endingTexts, missingText, stateName } from '@sekisho/words/leases';
import { formatSpan, parseDuration } from '@sekisho/words/time';
import { Failure } from '../failure.ts';
import { isLease } from '../print/next.ts';
import { say } from '../sentences/say.ts';
import { followLease, type Goal } from '../wait/follow-lease.ts';
import { progressOn } from '../wait/progress.ts';
import type { Job } from './job.ts';
import { showAnswer } from './show-answer.ts';

export interface Patience {
  readonly goal: Goal;
  /** Milliseconds; null to wait as long as it takes. */
  readonly timeout: number | null;
}

const ending: readonly string[] = [
  'ops.stop',
  'access.return',
  'membership.return',
  'lease.deny',
  'lease.withdraw',
];

/** What `--wait` waits for, and for how long. Errors: `Failure` for a timeout that is no duration. */
export function patienceOf({ host, verb, options }: Job): Patience {
  const goal = ending.includes(verb.name) ? 'over' : 'active';
  if (options.timeout === undefined) return { goal, timeout: null };
  const value = String(options.timeout);
  const seconds = parseDuration(value);
  if (seconds !== null) return { goal, timeout: seconds * 1000 };
  throw new Failure('bad-input', say(host, 'not-a-duration', { option: '--timeout', value }));
}

/** Follows the lease of an answer to its goal, prints it once, and answers with the exit code. */
export async function waitAndShow(job: Job, answer: unknown, patience: Patience): Promise<number> {
  const { host, options } = job;
  if (!isLease(answer)) throw new Failure('unavailable', say(host, 'strange-answer'));
  const { server, call } = job.connect();
  const progress = progressOn(host, options);
  const following = { server, call, progress, ...patience };
  const followed: Followed[] = [];
  try {
    for (const lease of [answer, ...besides(answer)]) {
      followed.push(await followLease(host, following, lease));
    }
  } finally {
    progress.end();
  }
  const [first, ...rest] = followed.map(({ lease }) => lease);
  const several = 'alongside' in answer ? { alongside: rest } : {};
  await showAnswer(job, { ...first, ...several });
  for (const one of followed) refuseShort(host, one, patience);
  return 0;
}

interface Followed {
  readonly lease: Lease;
  readonly timedOut: boolean;
}

/** Leases that were asked for in the same breath, in other accounts. */
function besides(answer: Lease): readonly Lease[] {
  const beside: unknown = 'alongside' in answer ? answer.alongside : [];
  return Array.isArray(beside) ? beside.filter(isLease) : [];
}

/** Errors: `Failure` when a lease did not come to what was waited for. */
function refuseShort(host: Job['host'], { lease, timedOut }: Followed, patience: Patience): void {
  if (timedOut) {
    const span = formatSpan((patience.timeout ?? 0) / 1000, host.language);
    const state = stateName(lease.state, host.language, lease.stuck);
    throw new Failure('unavailable', say(host, 'waited-long', { id: lease.id, span, state }));
  }
  if (patience.goal === 'active' && isFinal(lease.state)) throw neverActive(host, lease);
}

function neverActive(host: Job['host'], lease: Lease): Failure {
  const { language } = host;
  const facts = { id: lease.id, state: stateName(lease.state, language) };
  if (lease.state === 'denied') return new Failure('refused', say(host, 'was-denied', facts));
  if (lease.missing !== null) {
    const { why, fix } = missingText(lease.missing, language, { over: true });
    return new Failure('unavailable', `${why} ${fix}`);
  }
  const why = lease.ending === null ? facts.state : endingTexts[lease.ending][language];
  return new Failure('unavailable', say(host, 'never-active', { ...facts, why }));
}
