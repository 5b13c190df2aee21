import { findPerson } from '../people/index.ts';
import type { Tx } from '../platform/context.ts';
import { readMoment } from '../platform/read-input.ts';
import { needEnvironment } from '../policy/index.ts';
import type { SessionFilter } from './store.ts';

interface Asked {
  readonly lease?: string | undefined;
  readonly person?: string | undefined;
  readonly environment?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Which sessions are meant by what somebody typed. Errors: `bad-moment`, `unknown-environment`. */
export function readFilter(
  tx: Tx,
  { lease, person, environment, since, until }: Asked,
): SessionFilter {
  return {
    lease,
    environment: environment && needEnvironment(tx.config, environment).name,
    // People who left the roster are found by their id.
    person: person && (findPerson(tx.config, person)?.id ?? person),
    since: readMoment(tx, 'since', since, 'past'),
    until: readMoment(tx, 'until', until, 'past'),
  };
}
