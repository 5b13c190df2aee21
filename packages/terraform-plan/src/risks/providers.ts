import type { Change } from '../reading/change.ts';
import type { Configuration } from '../reading/configuration.ts';
import type { Risk } from './risk.ts';

const registries = /^(registry\.terraform\.io|registry\.opentofu\.org)\/[\w-]+\/[\w-]+$/;
/** Part of the program itself. */
const builtIn = /^terraform\.io\/builtin\/[\w-]+$/;

/**
 * Providers that are not from a public registry, or not in the list that is allowed. A provider is a
 * program: it runs when a plan is made, shown and applied.
 * @param allowed `hashicorp/aws`, or with its registry; all of the public registries when unsaid
 */
export function providerRisks(
  { providers }: Configuration,
  changes: readonly Change[],
  allowed: readonly string[] | undefined,
): readonly Risk[] {
  const used = changes.flatMap(({ provider }) => (provider === null ? [] : [provider]));
  return [...new Set([...providers, ...used])]
    .filter((name) => !builtIn.test(name) && !isAllowed(name, allowed))
    .map((what) => {
      const why = registries.test(what) ? 'not-allowed' : 'not-from-registry';
      const facts = { what, why };
      return { code: 'provider-unknown', severity: 'danger', address: '', facts };
    });
}

function isAllowed(name: string, allowed: readonly string[] | undefined): boolean {
  // Configuration of old versions names a provider by one word.
  const full = /^[\w-]+$/.test(name) ? `registry.terraform.io/hashicorp/${name}` : name;
  if (allowed === undefined) return registries.test(full);
  const short = full.split('/').slice(-2).join('/');
  return allowed.some((one) => one === full || (one === short && registries.test(full)));
}
