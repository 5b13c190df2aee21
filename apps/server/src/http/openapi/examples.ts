import type { InputOf, VerbName } from '@sekisho/contract';

const lease = { id: 'ops-7k3f9q2m' };
const access = { id: 'acc-7k3f9q2m' };
const membership = { id: 'mem-7k3f9q2m' };
const ciLease = { id: 'ci-7k3f9q2m' };
/** A job's token is longer, and never good twice. */
const jobToken = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvIn0.c2lnbmF0dXJl';
const slo = { id: 'shop-availability' };
const page = { id: 'page-7k3f9q2m' };
const reviewed = { slo: slo.id, month: '2026-10' };
const proposal = { id: 'tgt-7k3f9q2m' };

/** One input for each verb that takes any, as a caller would send it; shown to be valid by a test. */
const examples: { readonly [Name in VerbName]?: InputOf<Name> } = {
  'ops.start': { environment: 'staging', for: '30m', reason: 'look at the slow query' },
  'ops.quote': { environment: 'staging', for: '30m' },
  'ops.show': lease,
  'ops.connect': lease,
  'ops.forward': { ...lease, to: 'db' },
  'ops.extend': { ...lease, by: '30m' },
  'ops.hold': { ...lease, for: '30m' },
  'ops.handover': { ...lease, to: 'support' },
  'ops.replace': lease,
  'ops.stop': lease,
  'ops.history': { environment: 'staging', limit: 20 },
  'ops.spare': { instanceId: 'i-0abc1234def567890', reason: 'old batch host, moving next week' },
  'ops.cost': { weeks: 4 },
  'ops.sessions': { environment: 'production', limit: 20 },
  'ops.sessions.show': { id: 'hanako-0a1b2c3d4e5f67890' },
  'ops.sessions.grep': { pattern: 'pg_dump', environment: 'production' },
  'ops.sessions.replay': { id: 'hanako-0a1b2c3d4e5f67890' },
  'access.request': {
    ...{ permissionSet: 'ReadOnly', account: 'production', for: '1h' },
    reason: 'look at the queue',
  },
  'access.list': { account: 'production' },
  'access.show': access,
  'access.extend': { ...access, by: '30m' },
  'access.return': access,
  'access.could': { account: 'production' },
  'access.burden': { account: 'production', since: '30d' },
  'access.live-sessions-propose': { reason: 'sessions must not outlive incidents' },
  'access.live-sessions-approve': {
    hash: '4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a',
  },
  'access.live-sessions-revoke': { reason: 'somebody is locked out' },
  'ci.exchange': { token: jobToken, purpose: 'apply', wait: 0 },
  'ci.finish': { token: jobToken, lease: ciLease.id },
  'ci.extend': { ...ciLease, by: '30m' },
  'ci.stop': { ...ciLease, reason: 'wrong plan' },
  'ci.plan': ciLease,
  'membership.request': { team: 'sre', for: '90d', reason: 'an exchange for a quarter' },
  'membership.list': { person: 'engineer' },
  'membership.show': membership,
  'membership.extend': { ...membership, for: '30d' },
  'membership.return': membership,
  'membership.check': { ...membership, item: 'runbooks' },
  'membership.journal': { ...membership, language: 'ja' },
  'lease.history': { kind: 'permission-set', environment: 'production', limit: 20 },
  'lease.show': lease,
  'lease.approve': lease,
  'lease.deny': { ...lease, reason: 'use the read replica' },
  'lease.withdraw': lease,
  'lease.review': { ...lease, text: 'Checkout was down; restarted the worker; see OPS-12.' },
  'lease.stop-all': { reason: 'credential leak' },
  'lease.resume': { reason: 'leak contained' },
  'recovery.settle': {
    reason: 'looked at both servers with Aiko',
    shown: '3f9a1c07b2de',
    grace: '1h',
  },
  'timeline.list': { ...{ lease: lease.id }, limit: 50 },
  'timeline.export': { after: 0, limit: 1000 },
  'timeline.note': { kind: 'deploy', service: 'shop', text: 'shop 2026.11.3' },
  'slo.list': { filter: 'firing' },
  'slo.show': slo,
  'slo.burn': slo,
  'slo.history': { ...slo, from: '7d', points: 500 },
  'slo.views': { service: 'shop', from: '7d', by: 'hour' },
  'slo.sources': { service: 'shop' },
  'slo.pages': { open: true },
  'slo.acknowledge': page,
  'slo.override': {
    ...{ repository: 'example/shop', commit: '3f9c2d1' },
    reason: 'rolls back the change that burns',
  },
  'slo.link': { ...page, incident: 'https://example.com/incidents/12' },
  'slo.propose': { ...slo, target: 99.5, reason: 'what the third party promises' },
  'slo.accept': proposal,
  'slo.decline': { ...proposal, reason: 'first the retry storm must go' },
  'slo.proposals': slo,
  'slo.correct': {
    ...{ slos: [slo.id], reason: 'database move, announced' },
    ...{ from: '2026-11-21T02:00:00+09:00', to: '2026-11-21T03:00:00+09:00' },
  },
  'slo.uncorrect': { id: 'cor-7k3f9q2m', reason: 'no more maintenance on Sundays' },
  'slo.corrections': slo,
  'slo.review': { month: '2026-10' },
  'slo.review-start': { month: '2026-10' },
  'slo.review-decide': { ...reviewed, decision: 'keep the target' },
  'slo.review-action': {
    ...{ ...reviewed, what: 'alert on disk space', owner: 'engineer' },
    due: '2026-12-31T09:00:00+09:00',
  },
  'slo.review-done': { id: 'act-7k3f9q2m' },
  'slo.preview': { file: 'services/shop.yaml', text: 'apiVersion: openslo/v1\nkind: SLO\n' },
  'slo.replay': { ...slo, targets: [99, 99.5, 99.9] },
  'people.unlink': { id: 'lnk-4f6h8j2k' },
  'policy.explain': { person: 'engineer', environment: 'production' },
  'token.create': { name: 'nightly report', scopes: ['ops.list', 'ops.history'], expires: '30d' },
  'token.revoke': { id: 'tok-4f6h8j2k' },
  'session.revoke': { id: 'ses-4f6h8j2k' },
  'passkey.remove': { id: 'pk-4f6h8j2k' },
};

/** The `example` member of a verb's body. */
export function exampleOf(name: VerbName): { readonly example: unknown } {
  return { example: examples[name] ?? {} };
}
