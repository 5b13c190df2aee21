import { type PolicyStatement, readPolicy } from '@sekisho/iam-policy';
import { policyState } from '../organizations/policy-state.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import type { World } from '../world/world.ts';

/**
 * The statements of the service control policies that bind an account now, as far as they have arrived.
 * They bind no principal of the management account. What allows everything is attached everywhere and
 * cannot be taken away here, so that only denials decide.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export function controlPoliciesOf(world: World, account: string): readonly PolicyStatement[] {
  if (account === practiceIdentityCenter.managementAccount) return [];
  return [...world.directory.controlPolicies.values()].flatMap((row) => {
    const state = policyState(row, world.clock);
    if (state === null || !state.targets.includes(account)) return [];
    return readPolicy(state.content, 'identity').filter(({ effect }) => effect === 'Deny');
  });
}
