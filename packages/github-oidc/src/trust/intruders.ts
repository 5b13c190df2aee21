import type { Repository } from '../subject.ts';
import type { TrustCode } from './finding.ts';
import type { Job, Meant } from './tokens.ts';

/** Jobs that no trust policy should let in, for one reason. */
export interface Intruder {
  readonly code: TrustCode;
  /** Who can run them: anybody on GitHub, the owner's people, those of the repository. */
  readonly width: 'world' | 'owner' | 'repository';
  readonly jobs: readonly Job[];
}

const stranger: Repository = { owner: 'stranger', name: 'theirs', ownerId: '666001', id: '666002' };

/** Those who must not come in where somebody is meant, the widest first. */
export function intruders(meant: Meant): readonly Intruder[] {
  const { repository, contexts, wider, audience, others } = meant;
  const { ref: _, environment, ...mine } = others;
  // Names of branches, environments and workflows are anybody's to choose, ids and the actor's are not.
  const chosen =
    contexts.length === 0 ? ['ref:refs/heads/main', 'environment:production'] : contexts;
  const by = (who: Repository, context: string, more: Job['others'] = {}): Job => ({
    ...{ repository: who, context, audience },
    others: more,
  });
  const everywhere = (who: Repository) =>
    [...chosen, 'pull_request'].map((context) => by(who, context));
  const lookalike = { ...stranger, owner: `${repository.owner}-any` };
  const sibling = { ...repository, name: 'another', id: '666003' };
  const longer = { ...sibling, name: `${repository.name}-any` };
  const namesakes = [repository, ...wider.owners].map(({ name }) => ({ ...stranger, name }));
  const alike = [lookalike, ...wider.owners.map((one) => ({ ...stranger, ...one }))];
  const siblings = [sibling, longer, ...wider.names.map((one) => ({ ...sibling, ...one }))];
  const within = (contexts: readonly string[]) =>
    contexts.map((context) => by(repository, context, mine));
  const asksEnvironment = environment !== undefined;
  return [
    { code: 'any-repository', width: 'world', jobs: [stranger, ...namesakes].flatMap(everywhere) },
    { code: 'lookalike-owner', width: 'world', jobs: alike.flatMap(everywhere) },
    { code: 'any-repository-of-owner', width: 'owner', jobs: siblings.flatMap(everywhere) },
    { code: 'pull-request', width: 'repository', jobs: within(['pull_request']) },
    {
      code: 'any-ref',
      width: 'repository',
      jobs: within(['ref:refs/heads/any-other', 'ref:refs/tags/any-other']),
    },
    ...(asksEnvironment
      ? []
      : [
          {
            ...{ code: 'any-environment' as const, width: 'repository' as const },
            jobs: within(['environment:any-other', ...wider.environments]),
          },
        ]),
  ];
}
