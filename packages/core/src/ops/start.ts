import { createHash } from 'node:crypto';
import { contract } from '@sekisho/contract';
import {
  type Frozen,
  insertLease,
  type LeaseRow,
  needLease,
  owedReview,
  page,
  redraw,
  tell,
} from '../leases/index.ts';
import { ownerOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import { addSeconds } from '../platform/clock.ts';
import type { Context, House, Tx } from '../platform/context.ts';
import { refuseOpeningWhenHalted } from '../platform/halt.ts';
import { readMoment } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import type { Judgement } from '../policy/index.ts';
import { askCloud } from './cloud-failure.ts';
import {
  judgeWish,
  readWish,
  refuseOldImage,
  refuseWish,
  type StartInput,
  type Wish,
} from './consider.ts';
import { freeze } from './freeze.ts';
import type { OpsPorts } from './ports.ts';
import { refuseOverQuota } from './quota.ts';
import { opsLeaseView } from './view.ts';

interface Prepared {
  readonly frozen: Frozen;
  readonly wish: Wish;
}

export const start = implement(contract['ops.start'], {
  // A person and their agents share one quota.
  subject: ({ environment }, { principal }) => `start:${ownerOf(principal.id)}:${environment}`,
  prepare: async (
    { house, ports, context }: { house: House; ports: OpsPorts; context: Context },
    input,
  ) => {
    const config = house.config();
    const now = house.clock.now();
    const wish = readWish(config, ownerOf(context.principal.id), input);
    // Asked before the cloud is, so that a refusal costs no call; decided again below.
    refuseWish(
      wish,
      judgeWish(config, wish, input, now),
      startOf({ now, config, principal: context.principal }, input),
    );
    const template = await askCloud(() => freeze.template(ports, wish));
    refuseOldImage(wish, template, now);
    return { wish, frozen: freeze.all(ports, wish, template) };
  },
  decide: async (tx, input, { wish, frozen }: Prepared) => {
    const judged = judgeWish(tx.config, wish, input, tx.now);
    const startsAt = startOf(tx, input);
    refuseWish(wish, judged, startsAt);
    await refuseOpeningWhenHalted(tx);
    await refuseOverQuota(tx, wish);
    if (wish.breakGlass) await refuseUnreviewed(tx, wish);
    const lease = await open(tx, { input, wish, frozen, judged, startsAt });
    return opsLeaseView(tx, lease);
  },
});

function startOf(tx: Pick<Tx, 'now' | 'principal' | 'config'>, input: StartInput): Date {
  return readMoment(tx, 'at', input.at, 'future') ?? tx.now;
}

async function refuseUnreviewed(tx: Tx, { person }: Wish): Promise<void> {
  const owed = await owedReview(tx, person.id);
  if (owed) throw new AppError('review-owed', { lease: owed.id });
}

interface Opening {
  readonly input: StartInput;
  readonly wish: Wish;
  readonly frozen: Frozen;
  readonly judged: Judgement;
  readonly startsAt: Date;
}

/** Commits the lease with what is frozen; the engine takes it from here. */
async function open(tx: Tx, opening: Opening): Promise<LeaseRow> {
  const { wish, judged } = opening;
  const id = tx.ids.id('ops');
  const waits = judged.approval.count > 0 && !wish.breakGlass;
  const row = rowOf(tx, id, opening, waits);
  const lapse = addSeconds(tx.now, tx.config.leases.lapseAfterSeconds);
  await insertLease(tx, row, {
    key: row.target_key,
    kind: 'ops-server',
    environment: wish.environment.name,
    serial_key: row.target_key,
    next_check_at: waits ? lapse : opening.startsAt,
  });
  recordStart(tx, id, opening, row.frozen_hash);
  const lease = await needLease(tx, id);
  redraw(tx, lease);
  if (waits) askApprovers(tx, lease, judged);
  if (wish.breakGlass) pageEveryone(tx, lease);
  return lease;
}

function askApprovers(tx: Tx, lease: LeaseRow, judged: Judgement): void {
  const { costPerHour } = lease.frozen;
  const { requester, reason, duration_seconds: durationSeconds } = lease;
  const costTotal = costPerHour === null ? null : (costPerHour * durationSeconds) / 3600;
  const facts = { requester, reason, durationSeconds, costTotal };
  tell(tx, 'approval-asked', judged.approval.people, lease, facts);
}

function pageEveryone(tx: Tx, { id, environment, requester, reason }: LeaseRow): void {
  page(tx, 'break-glass', { id, environment, requester, reason }, `break-glass:${id}`, id);
}

function rowOf(
  tx: Tx,
  id: string,
  { input, wish, frozen, judged, startsAt }: Opening,
  waits: boolean,
) {
  const { person, environment, seconds, breakGlass } = wish;
  const text = canonicalJson({
    frozen,
    seconds,
    environment: environment.name,
    requester: person.id,
  });
  return {
    id,
    kind: 'ops-server' as const,
    state: waits ? ('requested' as const) : ('approved' as const),
    state_at: tx.now,
    environment: environment.name,
    production: environment.production,
    requester: person.id,
    holder: person.id,
    reason: input.reason ?? '',
    ticket: input.ticket ?? null,
    duration_seconds: seconds,
    maximum_seconds: judged.maximumSeconds,
    requested_at: tx.now,
    starts_at: startsAt > tx.now ? startsAt : null,
    approved_at: waits ? null : tx.now,
    granted_at: null,
    ready_at: null,
    deadline: null,
    hard_maximum: null,
    ended_at: null,
    ending: null,
    approval_count: waits ? judged.approval.count : 0,
    approval_from: waits ? judged.approval.from : [],
    break_glass: breakGlass,
    review_due: breakGlass,
    frozen: canonicalJson(frozen),
    frozen_hash: createHash('sha256').update(text).digest('hex'),
    target_key: `ops-server/${id}`,
    step: waits ? ('waiting-approval' as const) : ('waiting-start' as const),
    missing: null,
    detail: null,
    stuck: false,
    hold_until: null,
    notified_for: '{}',
    resource: null,
    revision: 1,
  };
}

function recordStart(
  tx: Tx,
  id: string,
  { input, wish, judged }: Opening,
  frozenHash: string,
): void {
  const { seconds, breakGlass, environment, instanceType } = wish;
  const { rule, approval } = judged;
  tx.record({
    action: 'ops.start',
    subject: id,
    lease: id,
    environment: environment.name,
    data: {
      durationSeconds: seconds,
      instanceType,
      breakGlass,
      rule,
      approvals: approval.count,
      frozen: frozenHash,
    },
    texts: { reason: input.reason ?? '', ...(input.ticket ? { ticket: input.ticket } : {}) },
  });
}
