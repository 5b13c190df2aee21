import type { Change } from '../reading/change.ts';
import { type Configuration, runsProgram, withoutKeys } from '../reading/configuration.ts';
import { visibleName } from '../reading/visible.ts';
import type { Risk } from './risk.ts';

/**
 * Commands that the configuration runs, with the credentials of the job: those of objects that this
 * plan makes or destroys run by its apply; the others are told for what they may do.
 */
export function commandRisks(
  { provisioners, programs }: Configuration,
  changes: readonly Change[],
): readonly Risk[] {
  const acting = addressesOf(changes, ['create', 'replace', 'delete']);
  const provisioned = [...provisioners].map(([address, types]) => {
    const runs = acting.has(address);
    return commandRisk(address, { runs, what: types.join(', '), otherwise: 'not-now' });
  });
  // A data source runs when it is read; a managed one, of which every change is a script, also when it is changed.
  const running = addressesOf(changes, ['read', 'create', 'update', 'replace', 'delete']);
  // What is destroyed may be gone from the configuration.
  const started = changes.filter(({ type }) => runsProgram(type)).map(pathOf);
  const external = [...new Set([...programs, ...started])].map((address) =>
    commandRisk(address, { runs: running.has(address), what: 'external', otherwise: 'plan' }),
  );
  return [...provisioned, ...external];
}

/** Addresses are compared whole: what is cut for showing has lost the end of its key. */
function addressesOf(
  changes: readonly Change[],
  actions: readonly Change['action'][],
): ReadonlySet<string> {
  return new Set(changes.filter(({ action }) => actions.includes(action)).map(pathOf));
}

function pathOf({ rawAddress }: Change): string {
  return withoutKeys(rawAddress);
}

interface Command {
  /** It runs in this apply. */
  readonly runs: boolean;
  readonly what: string;
  /** When it runs if not in this apply. */
  readonly otherwise: 'plan' | 'not-now';
}

function commandRisk(address: string, { runs, what, otherwise }: Command): Risk {
  return {
    ...{ code: 'runs-command', severity: runs ? 'danger' : 'warning' },
    ...{ address: visibleName(address), facts: { what, when: runs ? 'apply' : otherwise } },
  };
}
