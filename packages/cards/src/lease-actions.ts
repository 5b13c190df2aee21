import type { Lease, Person } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import { glossary } from '@sekisho/words/leases';
import { verbWords } from '@sekisho/words/verbs';
import type { Action, ActionId } from './card.ts';
import { isDraining } from './draining.ts';
import type { CardOptions } from './options.ts';

const labels: Readonly<Record<ActionId, Readonly<Record<'en' | 'ja', string>>>> = {
  'lease.approve': verbWords['lease.approve'].title,
  'lease.deny': verbWords['lease.deny'].title,
  'lease.withdraw': verbWords['lease.withdraw'].title,
  'lease.review': verbWords['lease.review'].title,
  'ops.connect': verbWords['ops.connect'].title,
  'ops.extend': verbWords['ops.extend'].title,
  'ops.hold': verbWords['ops.hold'].title,
  'ops.handover': verbWords['ops.handover'].title,
  'ops.replace': verbWords['ops.replace'].title,
  'ops.stop': { en: 'Return', ja: glossary.return.ja },
  'access.extend': verbWords['ops.extend'].title,
  'access.return': { en: 'Return', ja: glossary.return.ja },
  'ci.extend': verbWords['ops.extend'].title,
  'ci.stop': { en: 'End it', ja: '終了させる' },
  'membership.extend': verbWords['ops.extend'].title,
  'membership.return': verbWords['membership.return'].title,
  'slo.acknowledge': verbWords['slo.acknowledge'].title,
  'slo.accept': verbWords['slo.accept'].title,
  'slo.decline': verbWords['slo.decline'].title,
};

const samples: Partial<Record<ActionId, string>> = {
  'lease.deny': ' --reason "…"',
  'lease.review': ' --text "…"',
  'slo.decline': ' --reason "…"',
  'ops.extend': ' --by 30m',
  'access.extend': ' --by 30m',
  'ci.extend': ' --by 30m',
  'membership.extend': ' 30d',
  'ops.hold': ' --for 1h',
  'ops.handover': ' --to …',
};

const dangers: ReadonlySet<ActionId> = new Set<ActionId>([
  'lease.deny',
  'slo.decline',
  'ops.replace',
  'ops.stop',
  'access.return',
  'ci.stop',
  'membership.return',
]);

/** How what is lent is made longer and given back: every kind says it. */
const byKind: Readonly<Record<Lease['kind'], Readonly<Record<'extend' | 'giveBack', ActionId>>>> = {
  'ops-server': { extend: 'ops.extend', giveBack: 'ops.stop' },
  'permission-set': { extend: 'access.extend', giveBack: 'access.return' },
  'ci-role': { extend: 'ci.extend', giveBack: 'ci.stop' },
  membership: { extend: 'membership.extend', giveBack: 'membership.return' },
};

/** A lease of any kind; of a job's, until when what it was given works; of a server, its image. */
type Leased = Lease & {
  readonly worksUntil?: string | null;
  readonly imageOld?: boolean;
  readonly nextImage?: object | undefined;
  readonly imageParameter?: string | null;
};

/** What the reader can do with a lease now, most likely first; nothing that its state or their role would refuse. */
export function leaseActions(lease: Leased, options: CardOptions): Action[] {
  return idsFor(lease, options).map((id, index) => actionOf(id, lease.id, options, index === 0));
}

/** One button of a lease, or of another thing that is named by its id. */
export function actionOf(
  id: ActionId,
  subject: string,
  { language }: Pick<CardOptions, 'language'>,
  first = false,
): Action {
  return {
    id,
    label: labels[id][language],
    value: subject,
    command: `sekisho ${id.replace('.', ' ')} ${subject}${samples[id] ?? ''}`,
    style: dangers.has(id) ? 'danger' : first ? 'primary' : 'plain',
  };
}

function idsFor(lease: Leased, { now, people, you }: CardOptions): ActionId[] {
  // What goes with another lease is approved, extended and given back with that one.
  if (lease.partOf !== undefined) return [];
  const reader = people.find(({ id }) => id === you) ?? null;
  if (reader?.role === 'read-only') return [];
  const mine = you === null || you === lease.holder || you === lease.requester;
  const strong = isStrong(reader);
  if (lease.state === 'requested') return requestedIds(lease, you, mine);
  if (lease.state === 'approved') return mine ? ['lease.withdraw'] : [];
  if (lease.state === 'granting') return mine || strong ? [byKind[lease.kind].giveBack] : [];
  if (lease.state === 'active') return activeIds(lease, you, strong, now);
  if (isDraining(lease, now)) {
    const holds = you === null || you === lease.holder;
    return holds || strong ? [byKind[lease.kind].giveBack] : [];
  }
  return isFinal(lease.state) ? reviewIds(lease, you, strong) : [];
}

/** Whoever broke the glass owes the review, whoever held the server at the end; an SRE may write it too. */
function reviewIds(lease: Lease, you: string | null, strong: boolean): ActionId[] {
  const may = you === null || you === lease.requester || strong;
  return lease.reviewDue && may ? ['lease.review'] : [];
}

function isStrong(reader: Person | null): boolean {
  return reader?.role === 'sre' || reader?.role === 'admin';
}

function requestedIds(lease: Lease, you: string | null, mine: boolean): ActionId[] {
  const approved = lease.approvals.some(({ approver }) => approver === you);
  const may = you === null || (lease.approval.people.includes(you) && you !== lease.requester);
  const ids: ActionId[] = may && !approved ? ['lease.approve', 'lease.deny'] : [];
  return mine ? [...ids, 'lease.withdraw'] : ids;
}

function activeIds(lease: Leased, you: string | null, strong: boolean, now: Date): ActionId[] {
  const holds = you === null || you === lease.holder;
  if (!holds && !strong) return [];
  const { extend, giveBack } = byKind[lease.kind];
  const server = lease.kind === 'ops-server';
  const ids: ActionId[] = [];
  if (holds && server) ids.push('ops.connect');
  if (canExtend(lease, now)) ids.push(extend);
  if (server) ids.push('ops.handover');
  if (holds && server) ids.push('ops.hold');
  // By nothing else could it be another image.
  const replaceable = typeof lease.imageParameter === 'string';
  const worthwhile = lease.imageOld === true || lease.nextImage !== undefined;
  if (worthwhile && replaceable) ids.push('ops.replace');
  return [...ids, giveBack];
}

/** Whether the deadline can still move by a minute before the hard maximum. */
export function canExtend(lease: Lease, now: Date): boolean {
  if (lease.state !== 'active' || lease.deadline === null || lease.hardMaximum === null)
    return false;
  const [deadline, hard] = [Date.parse(lease.deadline), Date.parse(lease.hardMaximum)];
  return hard - deadline >= 60_000 && hard > now.getTime();
}
