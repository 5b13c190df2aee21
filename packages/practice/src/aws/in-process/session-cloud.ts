import {
  CloudError,
  type CloudScope,
  type PolicyNames,
  type SessionCloud,
} from '@sekisho/core/cloud';
import type { Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { everyPage } from './every-page.ts';
import { type Send, sendTo } from './send.ts';

export interface InProcessSessionsOptions {
  /** The world, shared with other shells. */
  readonly world: World;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly rng: Rng;
  /** Whose mark the policies bear. */
  readonly installation: string;
}

const Type = 'SERVICE_CONTROL_POLICY' as const;
const markKey = 'sekisho:installation';

/** The port `SessionCloud` directly over `step`, in the management account or that of the delegated administrator. */
export function createInProcessSessions(options: InProcessSessionsOptions): SessionCloud {
  const { world, now, rng, installation } = options;
  const send = sendTo(world, now, rng);
  const find = (scope: CloudScope, { beginning }: PolicyNames, account: string) => {
    const name = `${beginning}-${account}`;
    const found = listed(send, scope).find(({ Name }) => Name === name);
    if (found === undefined || isOurs(send, scope, found.Id, installation)) return found ?? null;
    throw new CloudError('denied', 'ForeignPolicy', `${name} is not a policy of ours`);
  };
  return {
    sessionPolicies: async (scope, { beginning }) =>
      listed(send, scope).flatMap(({ Id, Name }) => {
        const account = new RegExp(`^${beginning}-(\\d{12})$`).exec(Name)?.[1];
        if (account === undefined || !isOurs(send, scope, Id, installation)) return [];
        const document = said(send, scope, Id);
        return [{ account, document, attached: targets(send, scope, Id).includes(account) }];
      }),
    denySessions: async (scope, names, { account, document }) => {
      const found = find(scope, names, account);
      if (found !== null && said(send, scope, found.Id) !== document) {
        send(scope, 'UpdatePolicy', { PolicyId: found.Id, Content: document });
      }
      const named = { Name: `${names.beginning}-${account}`, Content: document, Type };
      const Tags = [{ Key: markKey, Value: installation }];
      const PolicyId =
        found?.Id ??
        send(scope, 'CreatePolicy', { ...named, Description: '', Tags }).Policy.PolicySummary.Id;
      if (targets(send, scope, PolicyId).includes(account)) return;
      attach(send, scope, { PolicyId, TargetId: account });
    },
    allowSessions: async (scope, names, account) => {
      const found = find(scope, names, account);
      if (found === null) return;
      for (const TargetId of targets(send, scope, found.Id)) {
        send(scope, 'DetachPolicy', { PolicyId: found.Id, TargetId });
      }
      send(scope, 'DeletePolicy', { PolicyId: found.Id });
    },
  };
}

function said(send: Send, scope: CloudScope, PolicyId: string): string {
  return send(scope, 'DescribePolicy', { PolicyId }).Policy.Content;
}

function attach(
  send: Send,
  scope: CloudScope,
  input: { readonly PolicyId: string; readonly TargetId: string },
): void {
  try {
    send(scope, 'AttachPolicy', input);
  } catch (error) {
    if (!(error instanceof CloudError && error.failure === 'limit')) throw error;
    throw new CloudError('limit', 'NoFreePolicySlot', error.detail, error);
  }
}

function listed(send: Send, scope: CloudScope) {
  return everyPage((token) => {
    const page = send(scope, 'ListPolicies', { Filter: Type, ...token });
    return { items: page.Policies, next: page.NextToken };
  });
}

function isOurs(send: Send, scope: CloudScope, ResourceId: string, installation: string): boolean {
  const { Tags } = send(scope, 'ListTagsForResource', { ResourceId });
  return Tags.some(({ Key, Value }) => Key === markKey && Value === installation);
}

function targets(send: Send, scope: CloudScope, PolicyId: string): string[] {
  return everyPage((token) => {
    const page = send(scope, 'ListTargetsForPolicy', { PolicyId, ...token });
    return { items: page.Targets.map(({ TargetId }) => TargetId), next: page.NextToken };
  });
}
