import { CloudError, type CloudUse, orCloudError, type UseSight } from '@sekisho/core/cloud';
import type { Connection } from '../../connection.ts';
import { blameIn, outcomeOf, worstOf } from '../outcome.ts';
import { simulate } from '../simulate.ts';
import { type Asked, askedOfCi, askedOfRecordings } from './asked.ts';
import { askedOfAccess } from './asked-of-access.ts';
import { askedOfSource } from './asked-of-source.ts';
import { questionsOf } from './questions.ts';

/**
 * Asks IAM whether the roles that a use needs may do what the generated policies allow them, on what the
 * configuration names; none where the scope names no role.
 */
export async function mayUse(
  at: Connection,
  use: CloudUse,
  installation: string,
): Promise<readonly UseSight[]> {
  const { roleArn } = at.scope;
  if (roleArn === undefined) return [];
  const asked = await orCloudError(askedOf(at, use, installation));
  if (asked instanceof CloudError) return [unfound(roleArn, asked)];
  return Promise.all(
    asked.flatMap(({ policy, document, role, asking }) => {
      const questions = questionsOf(document, asking);
      // Nothing is used by it: there is nothing that it could lack.
      if (role === null || questions.length === 0) return [];
      return [sightOf(at, { policy, role }, questions)];
    }),
  );
}

async function askedOf(
  at: Connection,
  use: CloudUse,
  installation: string,
): Promise<readonly Asked[]> {
  switch (use.kind) {
    case 'access':
      return askedOfAccess(at, use, installation);
    case 'ci':
      return [askedOfCi(at, use)];
    case 'recordings':
      return [askedOfRecordings(at, use)];
    default:
      return [askedOfSource(at.scope, use)];
  }
}

async function sightOf(
  at: Connection,
  { policy, role }: Pick<UseSight, 'policy' | 'role'>,
  questions: ReturnType<typeof questionsOf>,
): Promise<UseSight> {
  const tried = await simulate(at, role, questions);
  const actions = [...new Set(tried.map(({ action }) => action))];
  return { policy, role, tried: actions.map((action) => worstOf(action, tried)) };
}

/** Only what is lent by Identity Center has to be found first, by reads of its own. */
function unfound(role: string, error: CloudError): UseSight {
  const { failure, vendorCode, detail } = error;
  // That there is none is no matter of permissions.
  const known = failure === 'not-found' ? new CloudError('invalid', vendorCode, detail) : error;
  const action = blameIn(detail) ?? 'sso:ListInstances';
  return { policy: 'access', role, tried: [outcomeOf(action, known)] };
}
