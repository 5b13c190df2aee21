import type { CiPurpose } from '@sekisho/config';
import { contract, type InputOf, isFinal } from '@sekisho/contract';
import { isDraining, type LeaseRow, needLease } from '../leases/index.ts';
import { AppError } from '../platform/app-error.ts';
import { addSeconds } from '../platform/clock.ts';
import { type House, transact } from '../platform/context.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { answerOf } from './answer.ts';
import { believeJob, type Job, jobOf, tokenHash } from './believe.ts';
import type { RoleCredentials } from './cloud.ts';
import { issue } from './issue.ts';
import { needPurpose, refuseOtherClaims } from './match.ts';
import { type Asking, openOrFind } from './open.ts';
import { type SentPlan, seePlan } from './plan.ts';
import type { CiPorts } from './ports.ts';
import { useTokenUp } from './store.ts';
import { untilMoved } from './watch.ts';

type Input = InputOf<'ci.exchange'>;
type Scope = PrepareScope<CiPorts>;

interface Exchanged {
  readonly id: string;
  readonly credentials: RoleCredentials | null;
}

/**
 * A job asks for a role, or how far its asking is. What must be durable before it waits or AWS is
 * asked is written, and recorded, in transactions of its own.
 */
export const exchange = implement(contract['ci.exchange'], {
  recordsBefore: true,
  prepare: async (scope: Scope, input): Promise<Exchanged> => {
    const job = await jobAt(scope, input.token);
    const purpose = needPurpose(job.repository, input.purpose);
    refuseOtherClaims(job.repository, purpose, job.claims);
    // Reading a plan takes long: no token makes us read two.
    await useUp(scope, job);
    const asking = askingOf(job, purpose, input);
    const { house, context } = scope;
    const opened = await transact(house, context.principal, (tx) => openOrFind(tx, asking));
    const lease = await waitForNews(house, opened, input.wait ?? 0);
    const credentials = lease.state === 'active' ? await issue(scope, lease.id, asking) : null;
    return { id: lease.id, credentials };
  },
  decide: async (tx, _input, { id, credentials }, { language }) => {
    const lease = await needLease(tx, id, 'ci-role');
    // Taken back meanwhile: what was made for it is denied in AWS, and told to nobody.
    const given = lease.state === 'active' ? credentials : null;
    return answerOf(tx, lease, given, language);
  },
});

/** The job that calls: a door that let it in has read its token. Errors: as `believeJob`. */
export async function jobAt({ house, ports, context }: Scope, token: string): Promise<Job> {
  const { ci } = house.config();
  if (context.job !== undefined && ci !== null) return jobOf(ci, context.job);
  return believeJob(house, ports, token);
}

/** Errors: `ci-replayed` for a token that was used before. */
export async function useUp({ house, context }: Scope, { claims }: Job): Promise<void> {
  // For as long as its age alone would not refuse it.
  const until = addSeconds(new Date(claims.exp * 1000), 3600);
  const fresh = await transact(house, context.principal, (tx) =>
    useTokenUp(tx, tokenHash(claims), until),
  );
  if (!fresh) throw new AppError('ci-replayed', {});
}

function askingOf(job: Job, purpose: CiPurpose, { plan: given }: Input): Asking {
  const sent: SentPlan | null = given ?? null;
  if (sent === null && purpose.needsPlan) throw new AppError('ci-plan-missing', {});
  const plan = sent === null || sent.json === undefined ? null : seePlan(sent, purpose.providers);
  return { job, purpose, sent, plan };
}

/** Waits, outside any transaction, until the state is another one, or the time is over. */
async function waitForNews(house: House, seen: LeaseRow, seconds: number): Promise<LeaseRow> {
  const until = performance.now() + seconds * 1000;
  let lease = seen;
  while (!isFinal(lease.state) && lease.state !== 'active') {
    // It will not be lent again, and its end is a long way off.
    if (isDraining(lease, house.clock.now())) break;
    const left = until - performance.now();
    if (left <= 0) break;
    await untilMoved(house, lease, left);
    lease = await transactAsSystem(house, (tx) => needLease(tx, seen.id, 'ci-role'));
    // What was just agreed to will be there in a moment: that is what the job waits for.
    if (lease.state !== seen.state && !['approved', 'granting'].includes(lease.state)) break;
  }
  return lease;
}
