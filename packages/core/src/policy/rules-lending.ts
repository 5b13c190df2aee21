import type { Config, PolicyConfig } from '@sekisho/config';
import type { Ask } from './ask.ts';
import { isAbout } from './asked.ts';

/** Rules that lend this thing there to somebody, whoever that is and whatever their conditions ask for. */
export function rulesLending(
  { policies }: Pick<Config, 'policies'>,
  what: Pick<Ask, 'kind' | 'place' | 'permissionSet'>,
): PolicyConfig[] {
  return policies.filter((policy) => policy.effect === 'allow' && isAbout(policy, what));
}
