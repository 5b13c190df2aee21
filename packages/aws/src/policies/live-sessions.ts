import { impliedSessionActions, sessionActions } from '../session-actions.ts';
import type { AccessPlace } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

const declared = [...sessionActions, ...impliedSessionActions];
type Declared = (typeof declared)[number];

/**
 * What the role that ends live sessions may do: write service control policies that bear the
 * installation's tag, and attach them to accounts in which something is lent.
 * Source: Service Authorization Reference, AWS Organizations.
 */
export function liveSessionsPolicy(place: AccessPlace): PolicyDocument {
  const { partition, management, organization, installation, lent } = place;
  const base = `arn:${partition}:organizations::${management}:`;
  const policies = [`${base}policy/${organization}/service_control_policy/p-*`];
  const accounts = lent.accounts.map((id) => `${base}account/${organization}/${id}`);
  const kind = { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' };
  const asked = { 'aws:RequestTag/sekisho:installation': installation };
  const ours = { 'aws:ResourceTag/sekisho:installation': installation };
  const read: Declared[] = [
    ...(['organizations:DescribePolicy', 'organizations:ListTagsForResource'] as const),
    'organizations:ListTargetsForPolicy',
  ];
  const change: Declared[] = ['organizations:DeletePolicy', 'organizations:UpdatePolicy'];
  const bind: Declared[] = ['organizations:AttachPolicy', 'organizations:DetachPolicy'];
  return documentOf(
    declared,
    [
      allow('List', ['organizations:ListPolicies'] satisfies Declared[], {
        on: ['*'],
        when: { StringEquals: kind },
      }),
      allow('Read', read, { on: policies }),
      allow('WriteMarked', ['organizations:CreatePolicy'] satisfies Declared[], {
        on: ['*'],
        when: { StringEquals: { ...kind, ...asked } },
      }),
      allow('Mark', ['organizations:TagResource'] satisfies Declared[], {
        on: policies,
        when: { StringEquals: asked },
      }),
      allow('ChangeOwn', change, { on: policies, when: { StringEquals: ours } }),
      allow('BindOwn', bind, { on: policies, when: { StringEquals: ours } }),
      allow('BindTheseAccounts', bind, { on: accounts, when: { StringEquals: kind } }),
    ],
    ['sts:AssumeRole'],
  );
}
