import type { InputOf, VerbName } from '@sekisho/contract';

const lease = { id: 'ops-7k3f9q2m' };

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
  'ops.stop': lease,
  'ops.history': { environment: 'staging', limit: 20 },
  'ops.spare': { instanceId: 'i-0abc1234def567890', reason: 'old batch host, moving next week' },
  'ops.cost': { weeks: 4 },
  'lease.approve': lease,
  'lease.deny': { ...lease, reason: 'use the read replica' },
  'lease.withdraw': lease,
  'lease.review': { ...lease, text: 'Checkout was down; restarted the worker; see OPS-12.' },
  'lease.stop-all': { reason: 'credential leak' },
  'lease.resume': { reason: 'leak contained' },
  'timeline.list': { ...{ lease: lease.id }, limit: 50 },
  'timeline.export': { after: 0, limit: 1000 },
  'policy.explain': { person: 'engineer', environment: 'production' },
  'token.create': { name: 'nightly report', scopes: ['ops.list', 'ops.history'], expires: '30d' },
  'token.revoke': { id: 'tok-4f6h8j2k' },
};

/** The `example` member of a verb's body. */
export function exampleOf(name: VerbName): { readonly example: unknown } {
  return { example: examples[name] ?? {} };
}
