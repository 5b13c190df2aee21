import type { AccessLease, PossibleAccess } from '@sekisho/contract';
import { sampleAccess } from '../../../../../test/support/sample-lease.ts';

const production: PossibleAccess = {
  ...{ account: '111111111111', accountName: 'shop-production', environment: 'production' },
  ...{ production: true, permissionSet: 'ReadOnly', has: null, lease: null },
  ...{ verdict: 'with-approval', maximumSeconds: 4 * 3600, mayBreakGlass: false },
  approval: { count: 1, from: ['group:sre'], people: ['sre', 'sre2'] },
  ...{ rule: 'look-at-production', refusal: null },
};
const refusal = { code: 'not-permitted', message: 'No policy lets you.', fix: 'Ask an SRE.' };

const possible: readonly PossibleAccess[] = [
  production,
  { ...production, permissionSet: 'Admin', verdict: 'refused', maximumSeconds: null, refusal },
  {
    ...production,
    ...{ account: '222222222222', accountName: 'shop-staging', environment: 'staging' },
    ...{ production: false, permissionSet: 'PowerUser', verdict: 'allowed', rule: 'free' },
    approval: { count: 0, from: [], people: [] },
  },
];

type Input = Readonly<Record<string, string>>;

/** Access as the house would answer for it; nothing is lent. */
export const accessVerbs = {
  'lease.history': (core: { readonly leases: ReadonlyMap<string, unknown> }) => [
    ...core.leases.values(),
  ],
  'access.could': () => possible,
  'access.request': (_core: unknown, who: string, input: Input) => {
    const { permissionSet = '', account = '', reason = '' } = input;
    const asked: Partial<AccessLease> = { permissionSet, accountName: account, reason };
    const lease = sampleAccess({ ...asked, requester: who, holder: who, state: 'requested' });
    return { ...lease, alongside: [] };
  },
};
