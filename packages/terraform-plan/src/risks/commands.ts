import type { Change } from '../reading/change.ts';
import { type Configuration, withoutKeys } from '../reading/configuration.ts';
import type { Risk } from './risk.ts';

/**
 * Commands that the configuration runs, with the credentials of the job: those of objects that this
 * plan makes or destroys run by its apply; the others are told for what they may do.
 */
export function commandRisks(
  { provisioners, programs }: Configuration,
  changes: readonly Change[],
): readonly Risk[] {
  const acting = new Set(
    changes
      .filter(({ action }) => action === 'create' || action === 'replace' || action === 'delete')
      .map(({ address }) => withoutKeys(address)),
  );
  const provisioned = [...provisioners].map(([address, types]): Risk => {
    const runs = acting.has(address);
    const facts = { what: types.join(', '), when: runs ? 'apply' : 'not-now' };
    return { code: 'runs-command', severity: runs ? 'danger' : 'warning', address, facts };
  });
  const reading = new Set(
    changes.filter(({ action }) => action === 'read').map(({ address }) => withoutKeys(address)),
  );
  const external = programs.map((address): Risk => {
    const runs = reading.has(address);
    const facts = { what: 'external', when: runs ? 'apply' : 'plan' };
    return { code: 'runs-command', severity: runs ? 'danger' : 'warning', address, facts };
  });
  return [...provisioned, ...external];
}
