import { type InputOf, isFinal, type VerbName } from '@sekisho/contract';
import { promoteImage } from '../../../test/support/promote-image.ts';
import type { TestWorld } from '../../../test/support/world.ts';
import { writeRestored } from '../src/platform/restored.ts';
import { transactAsSystem } from '../src/platform/transact-as-system.ts';
import { jobToken, plan } from './ci.ts';
import { activeLease, requestedLease } from './leases.ts';
import { recordedSession } from './recordings.ts';
import { plantedLink, plantedPasskey, plantedSession } from './sign-ins.ts';
import { plantedPage } from './slo-pages.ts';
import { plantedPull } from './slo-pulls.ts';

/** One valid call of a verb: who may make it, and the input once the state it needs is there. */
export interface Scenario<Name extends VerbName> {
  readonly who: string;
  readonly prepare: (world: TestWorld) => Promise<InputOf<Name>>;
  /** Another valid input, for showing that a key is bound to what was asked. */
  readonly otherwise?: Partial<InputOf<Name>>;
}

const nothing = async () => ({});
const reason = 'because';
const other = { reason: 'another reason' };
const engineerActive = async (world: TestWorld) => ({ id: (await activeLease(world)).id });
const production = async (world: TestWorld) => ({ id: (await requestedLease(world)).id });

const ownSession = async (world: TestWorld) => ({ id: (await recordedSession(world)).id });

const proposed = (world: TestWorld) =>
  world.as('sre', 'access.live-sessions-propose', { reason: 'to try' });

/** Whatever was agreed about live sessions before holds no more. */
async function notAgreed(world: TestWorld): Promise<void> {
  const { state } = await world.as('sre', 'access.live-sessions', {});
  if (state === 'not-proposed' || state === 'revoked') return;
  await world.as('sre', 'access.live-sessions-revoke', { reason: 'again' });
}

const lastNight = {
  slos: ['checkout-availability'],
  from: '2026-04-30T02:00Z',
  to: '2026-04-30T03:00Z',
  reason,
};

const reviewed = { slo: 'checkout-availability', month: '2026-04' };

/** A valid call of every verb; a new verb does not compile until it has one. */
export const scenarios = {
  'ops.start': {
    who: 'engineer',
    prepare: async () => ({ environment: 'staging', for: '30m', reason }),
    otherwise: other,
  },
  'ops.quote': { who: 'engineer', prepare: async () => ({ environment: 'production', for: '1h' }) },
  'ops.list': { who: 'auditor', prepare: nothing },
  'ops.show': { who: 'auditor', prepare: engineerActive },
  'ops.connect': { who: 'engineer', prepare: engineerActive },
  'ops.forward': {
    who: 'engineer',
    prepare: async (world) => ({ ...(await engineerActive(world)), to: 'db' }),
  },
  'ops.extend': {
    who: 'engineer',
    prepare: async (world) => ({ ...(await engineerActive(world)), by: '10m' }),
    otherwise: { by: '20m' },
  },
  'ops.hold': {
    who: 'engineer',
    prepare: async (world) => ({ ...(await engineerActive(world)), for: '10m', reason }),
    otherwise: other,
  },
  'ops.handover': {
    who: 'engineer',
    prepare: async (world) => ({ ...(await engineerActive(world)), to: 'sre2' }),
    otherwise: { to: 'sre' },
  },
  'ops.replace': {
    who: 'engineer',
    prepare: async (world) => {
      const wish = await engineerActive(world);
      promoteImage(world.cloud);
      return wish;
    },
    otherwise: { force: true },
  },
  'ops.stop': {
    who: 'engineer',
    prepare: async (world) => ({ ...(await engineerActive(world)), reason }),
    otherwise: other,
  },
  'ops.history': { who: 'auditor', prepare: async () => ({ search: 'look' }) },
  'ops.who': { who: 'auditor', prepare: nothing },
  'ops.sweep': {
    who: 'sre',
    prepare: nothing,
    otherwise: { environment: 'staging' },
  },
  'ops.spare': {
    who: 'sre',
    prepare: async (world) => ({ instanceId: await orphan(world), reason }),
    otherwise: other,
  },
  'ops.cost': { who: 'auditor', prepare: nothing },
  'ops.sessions': { who: 'auditor', prepare: nothing },
  'ops.sessions.show': { who: 'engineer', prepare: ownSession },
  'ops.sessions.grep': { who: 'engineer', prepare: async () => ({ pattern: 'psql' }) },
  'ops.sessions.replay': { who: 'engineer', prepare: ownSession },
  'lease.approve': {
    who: 'sre',
    prepare: production,
    otherwise: { id: 'ops-00000000' },
  },
  'lease.deny': {
    who: 'sre',
    prepare: async (world) => ({ ...(await production(world)), reason }),
    otherwise: other,
  },
  'lease.withdraw': {
    who: 'engineer',
    prepare: production,
    otherwise: { id: 'ops-00000000' },
  },
  'lease.review': {
    who: 'sre',
    prepare: async (world) => ({
      id: await owedReview(world),
      text: 'It burned; we restarted it.',
    }),
    otherwise: { text: 'It burned; we restarted it twice.' },
  },
  'lease.stop-all': { who: 'sre', prepare: async () => ({ reason }), otherwise: other },
  'lease.resume': { who: 'sre', prepare: async () => ({ reason }), otherwise: other },
  'recovery.show': { who: 'sre', prepare: restored },
  'recovery.settle': {
    who: 'sre',
    prepare: async (world) => {
      await restored(world);
      const { shown } = await world.as('sre', 'recovery.show', {});
      return { reason, shown: shown ?? '' };
    },
    otherwise: other,
  },
  'doctor.examine': { who: 'sre', prepare: nothing },
  'timeline.list': { who: 'auditor', prepare: nothing },
  'timeline.verify': { who: 'auditor', prepare: nothing },
  'timeline.export': { who: 'auditor', prepare: nothing },
  'timeline.anchor': { who: 'sre', prepare: nothing },
  'timeline.note': {
    who: 'engineer',
    prepare: async () => ({ kind: 'deploy', service: 'checkout', text: 'checkout 42' }),
    otherwise: { text: 'checkout 43' },
  },
  'slo.list': { who: 'auditor', prepare: nothing },
  'slo.show': { who: 'auditor', prepare: async () => ({ id: 'checkout-availability' }) },
  'slo.burn': { who: 'auditor', prepare: async () => ({ id: 'checkout-availability' }) },
  'slo.history': { who: 'auditor', prepare: async () => ({ id: 'checkout-availability' }) },
  'slo.views': { who: 'auditor', prepare: async () => ({ service: 'checkout' }) },
  'slo.sources': { who: 'auditor', prepare: nothing },
  'slo.pages': { who: 'auditor', prepare: nothing },
  'slo.acknowledge': {
    who: 'engineer',
    prepare: async (world) => ({ id: await plantedPage(world) }),
    otherwise: { id: 'page-99999999' },
  },
  'slo.link': {
    who: 'engineer',
    prepare: async (world) => ({ id: await plantedPage(world), incident: 'INC-1' }),
    otherwise: { incident: 'INC-2' },
  },
  'slo.override': {
    who: 'sre2',
    prepare: async (world) => ({ ...(await plantedPull(world)), reason }),
    otherwise: other,
  },
  'slo.propose': {
    who: 'engineer',
    prepare: async (world) => ({ id: await freeSlo(world), target: 99.5, reason }),
    otherwise: other,
  },
  'slo.accept': {
    who: 'sre2',
    prepare: async (world) => ({ id: await openProposal(world) }),
    otherwise: { id: 'tgt-99999999' },
  },
  'slo.decline': {
    who: 'sre2',
    prepare: async (world) => ({ id: await openProposal(world), reason }),
    otherwise: other,
  },
  'slo.proposals': { who: 'auditor', prepare: nothing },
  'slo.correct': { who: 'engineer', prepare: async () => lastNight, otherwise: other },
  'slo.uncorrect': {
    who: 'engineer',
    prepare: async (world) => ({
      id: (await world.as('engineer', 'slo.correct', lastNight)).id,
      reason,
    }),
    otherwise: other,
  },
  'slo.corrections': { who: 'auditor', prepare: nothing },
  'slo.review': { who: 'auditor', prepare: nothing },
  'slo.review-start': {
    who: 'sre',
    prepare: async (world) => ({ month: await freshMonth(world) }),
    otherwise: { month: '2020-01' },
  },
  'slo.review-decide': {
    who: 'engineer',
    prepare: async () => ({ ...reviewed, decision: 'keep the target' }),
    otherwise: { decision: 'lower it' },
  },
  'slo.review-action': {
    who: 'engineer',
    prepare: async () => ({ ...reviewed, what: 'alert on disk space' }),
    otherwise: { what: 'another thing' },
  },
  'slo.review-done': {
    who: 'engineer',
    prepare: async (world) => {
      const asked = { ...reviewed, what: 'alert on disk space' };
      return { id: (await world.as('engineer', 'slo.review-action', asked)).id };
    },
    otherwise: { id: 'act-99999999' },
  },
  'slo.preview': { who: 'engineer', prepare: async () => ({ text: '' }) },
  'slo.replay': { who: 'auditor', prepare: async () => ({ id: 'checkout-availability' }) },
  'access.request': {
    who: 'engineer',
    prepare: async (world) => {
      await returnAccess(world);
      return { ...lookAround, account: 'staging' };
    },
    otherwise: { reason: 'another' },
  },
  'access.list': { who: 'auditor', prepare: nothing },
  'access.show': {
    who: 'auditor',
    prepare: async (world) => ({ id: await lentAccess(world) }),
  },
  'access.extend': {
    who: 'engineer',
    prepare: async (world) => ({ id: await lentAccess(world), by: '10m' }),
    otherwise: { by: '20m' },
  },
  'access.return': {
    who: 'engineer',
    prepare: async (world) => ({ id: await lentAccess(world) }),
    otherwise: { reason: 'done' },
  },
  'access.could': { who: 'auditor', prepare: nothing },
  'access.accounts': { who: 'auditor', prepare: nothing },
  'access.drift': { who: 'sre', prepare: nothing },
  'access.burden': { who: 'sre', prepare: nothing },
  'access.live-sessions': { who: 'sre', prepare: nothing },
  'access.live-sessions-propose': {
    who: 'sre',
    prepare: async (world) => {
      await notAgreed(world);
      return { reason };
    },
    otherwise: other,
  },
  'access.live-sessions-approve': {
    who: 'admin2',
    prepare: async (world) => {
      await notAgreed(world);
      return { hash: (await proposed(world)).hash ?? '' };
    },
    otherwise: { hash: 'f'.repeat(64) },
  },
  'access.live-sessions-revoke': {
    who: 'sre',
    prepare: async (world) => {
      await notAgreed(world);
      await proposed(world);
      return { reason };
    },
    otherwise: other,
  },
  'lease.list': { who: 'auditor', prepare: nothing },
  'lease.history': { who: 'auditor', prepare: nothing },
  'lease.show': { who: 'auditor', prepare: async (world) => ({ id: await lentAccess(world) }) },
  'people.list': { who: 'auditor', prepare: nothing },
  'people.directory': { who: 'sre', prepare: nothing },
  'people.me': { who: 'auditor', prepare: nothing },
  'policy.explain': { who: 'auditor', prepare: nothing },
  'token.create': {
    who: 'engineer',
    prepare: async () => ({ name: 'nightly', scopes: ['ops.*'], expires: '30d' }),
    otherwise: { name: 'daily' },
  },
  'token.list': { who: 'engineer', prepare: nothing },
  'token.revoke': {
    who: 'engineer',
    prepare: async (world) => {
      const input = { name: 'old', scopes: ['ops.list'], expires: '1d' };
      return { id: (await world.as('engineer', 'token.create', input)).id };
    },
    otherwise: { id: 'tok-00000000' },
  },
  'session.list': { who: 'auditor', prepare: nothing },
  'session.revoke': {
    who: 'engineer',
    prepare: async (world) => ({ id: await plantedSession(world, 'engineer') }),
    otherwise: { id: 'ses-00000000' },
  },
  'passkey.list': { who: 'auditor', prepare: nothing },
  'passkey.remove': {
    who: 'engineer',
    prepare: async (world) => ({ id: await plantedPasskey(world, 'engineer') }),
    otherwise: { id: 'pk-00000000' },
  },
  'ci.exchange': {
    who: 'engineer',
    prepare: async (world) => ({ ...(await jobAsking(world)), purpose: 'apply', plan }),
    otherwise: { purpose: 'drained' },
  },
  'ci.finish': {
    who: 'engineer',
    prepare: async (world) => {
      const { lease, run } = await jobLease(world);
      return { token: await jobToken(world, { run_id: run }), lease };
    },
    otherwise: { lease: 'ci-00000000' },
  },
  'ci.extend': {
    who: 'engineer',
    prepare: async (world) => ({ id: (await jobLease(world)).lease, by: '5m' }),
    otherwise: { by: '6m' },
  },
  'ci.stop': {
    who: 'engineer',
    prepare: async (world) => ({ id: (await jobLease(world)).lease }),
    otherwise: other,
  },
  'ci.plan': {
    who: 'engineer',
    prepare: async (world) => ({ id: (await jobLease(world)).lease }),
  },
  'membership.request': {
    who: 'engineer',
    prepare: async (world) => {
      await leaveTeams(world);
      return { team: 'sre', for: '30d', reason };
    },
    otherwise: other,
  },
  'membership.list': { who: 'auditor', prepare: nothing },
  'membership.show': {
    who: 'auditor',
    prepare: async (world) => ({ id: await membership(world) }),
  },
  'membership.extend': {
    who: 'engineer',
    prepare: async (world) => ({ id: await membership(world), for: '10d' }),
    otherwise: { for: '20d' },
  },
  'membership.return': {
    who: 'engineer',
    prepare: async (world) => ({ id: await membership(world) }),
    otherwise: other,
  },
  'membership.check': {
    who: 'engineer',
    prepare: async (world) => ({ id: await membership(world), item: 'runbooks', done: true }),
    otherwise: { done: false },
  },
  'membership.journal': {
    who: 'engineer',
    prepare: async (world) => ({ id: await membership(world) }),
  },
  'membership.teams': { who: 'engineer', prepare: nothing },
  'people.links': { who: 'auditor', prepare: nothing },
  'people.unlink': {
    who: 'engineer',
    prepare: async (world) => ({ id: await plantedLink(world, 'engineer') }),
    otherwise: { id: 'lnk-00000000' },
  },
} satisfies { readonly [Name in VerbName]: Scenario<Name> };

/** Marks the database as a restore does. */
async function restored({ core, clock }: TestWorld): Promise<Record<string, never>> {
  const restoredAt = clock.now().toISOString();
  const mark = { restoredAt, takenAt: restoredAt, newestEntry: 1, noted: true };
  await transactAsSystem(core.house, (tx) => writeRestored(tx, mark));
  return {};
}

const lookAround = { permissionSet: 'ReadOnly', for: '1h', reason: 'look at the queue' };

/** Gives every membership of the engineer back: a member may more than other tests expect. */
export async function leaveTeams(world: TestWorld): Promise<void> {
  const mine = await world.as('engineer', 'membership.list', { person: 'engineer' });
  for (const { id } of mine) {
    await world.as('engineer', 'membership.return', { id }).catch(() => undefined);
  }
  if (mine.length > 0) await world.live(60);
}

/** An engineer's membership that is active; one before it is given back. */
async function membership(world: TestWorld): Promise<string> {
  await leaveTeams(world);
  const asked = { team: 'sre', for: '30d', reason };
  const { id } = await world.as('engineer', 'membership.request', asked);
  await world.as('sre', 'lease.approve', { id });
  await world.live(30);
  return id;
}

let run = 5000;

/** A token of a run that has asked for nothing yet. */
async function jobAsking(world: TestWorld): Promise<{ token: string }> {
  return { token: await jobToken(world, { run_id: String((run += 1)) }) };
}

/** What a job of an engineer was lent. */
async function jobLease(world: TestWorld): Promise<{ lease: string; run: string }> {
  const asking = { ...(await jobAsking(world)), purpose: 'apply', plan };
  const { lease } = await world.as('engineer', 'ci.exchange', asking);
  await world.as('sre', 'lease.approve', { id: lease });
  await world.live(5);
  return { lease, run: String(run) };
}

async function returnAccess(world: TestWorld): Promise<void> {
  for (const { id } of await world.as('engineer', 'access.list', { holder: 'engineer' })) {
    await world.as('engineer', 'access.return', { id }).catch(() => undefined);
  }
  await world.live(30);
}

/** An engineer's lease of ReadOnly on staging that is active; those before it are given back. */
async function lentAccess(world: TestWorld): Promise<string> {
  await returnAccess(world);
  const asked = { ...lookAround, account: 'staging' };
  const { id } = await world.as('engineer', 'access.request', asked);
  await world.live(30);
  return id;
}

/** The scenario of a verb with its own types forgotten, for tests that go over all of them. */
export function scenarioOf(name: VerbName): Scenario<VerbName> {
  return scenarios[name] as unknown as Scenario<VerbName>;
}

/** An SLO without an open proposal, whose target in force is the file's. */
async function freeSlo(world: TestWorld): Promise<string> {
  const id = 'checkout-availability';
  const { proposals } = await world.as('sre', 'slo.proposals', { id, state: 'open' });
  for (const open of proposals) {
    await world.as('sre', 'slo.decline', { id: open.id, reason: 'next test' });
  }
  const { targets } = await world.as('sre', 'slo.proposals', { id });
  if (targets[0]?.target === targets[0]?.fileTarget) return id;
  // An engineer owns the service and an SRE agrees: the clock stands still, so the minute is the same.
  const back = { id, target: targets[0]?.fileTarget, reason: 'next test' };
  const proposal = await world.as('engineer', 'slo.propose', back);
  await world.as('sre', 'slo.accept', { id: proposal.id });
  return id;
}

/** A month whose review nobody has begun: each call takes one further back. */
async function freshMonth(world: TestWorld): Promise<string> {
  for (let back = 1; ; back += 1) {
    const month = new Date(Date.UTC(2026, 4 - back, 1)).toISOString().slice(0, 7);
    const { state } = await world.as('auditor', 'slo.review', { month });
    if (state === 'not-started') return month;
  }
}

async function openProposal(world: TestWorld): Promise<string> {
  const wish = { id: await freeSlo(world), target: 99.5, reason };
  return (await world.as('engineer', 'slo.propose', wish)).id;
}

/** An instance that bears our mark, and that a sweep has told of. */
async function orphan(world: TestWorld): Promise<string> {
  const { account, region } = world.core.house.config().environments.staging ?? {
    account: '',
    region: '',
  };
  const scope = { environment: 'staging', account, region };
  const wanted = { name: 'sekisho-ops-server', instanceType: 't3.micro' };
  const { launchTemplateId, version } = await world.cloud.resolveTemplate(scope, wanted);
  const clientToken = world.core.house.ids.id('stray');
  const tags = { 'sekisho:installation': 'practice', 'sekisho:environment': 'staging' };
  const order = { clientToken, launchTemplateId, version, instanceType: 't3.micro', tags };
  const { instanceId } = await world.cloud.launch(scope, order);
  await world.as('sre', 'ops.sweep', { apply: true, trustDatabase: true });
  return instanceId;
}

/** A break-glass lease of sre whose review is owed: theirs from before, or a new one. */
async function owedReview(world: TestWorld): Promise<string> {
  const mine = await world.as('auditor', 'ops.history', { holder: 'sre', limit: 1000 });
  const owed = mine.find((lease) => lease.reviewDue);
  const input = { environment: 'production', for: '30m', reason: 'fire', breakGlass: true };
  const { id, state } = owed ?? (await world.as('sre', 'ops.start', input));
  if (!isFinal(state)) await world.as('sre', 'ops.stop', { id });
  return id;
}
