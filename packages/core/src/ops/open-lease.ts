import { type Frozen, type LeaseRow, openLease } from '../leases/index.ts';
import type { Tx } from '../platform/context.ts';
import type { Judgement } from '../policy/index.ts';
import type { StartInput, Wish } from './consider.ts';

/** What is known once a wish for a server was judged. */
interface Opening {
  readonly input: StartInput;
  readonly wish: Wish;
  readonly frozen: Frozen;
  readonly judged: Judgement;
  readonly startsAt: Date;
}

/** Opens the lease of one server: each has a target of its own. */
export function openServerLease(tx: Tx, opening: Opening): Promise<LeaseRow> {
  const { input, wish, frozen, judged, startsAt } = opening;
  const { person, environment, seconds, breakGlass, instanceType } = wish;
  const id = tx.ids.id('ops');
  const key = `ops-server/${id}`;
  return openLease(tx, {
    ...{ id, kind: 'ops-server', environment: environment.name },
    production: environment.production,
    requester: person.id,
    reason: input.reason ?? '',
    ticket: input.ticket ?? null,
    ...{ seconds, maximumSeconds: judged.maximumSeconds, startsAt, breakGlass, frozen },
    approval: judged.approval,
    shown: breakGlass ? judged.breakGlassStepUp : null,
    target: { key, serialKey: key },
    entry: { action: 'ops.start', data: { instanceType, rule: judged.rule } },
  });
}
