import type { Config } from '@sekisho/config';
import type { Entry, InputOf, OpsLease } from '@sekisho/contract';
import { practiceConfig, type TestWorld } from '../../../test/support/world.ts';

/** Practice's configuration with room for many leases of one person; `edit` changes the YAML further. */
export function roomyConfig(edit: (yaml: string) => string = (yaml) => yaml): Config {
  const template = 'launchTemplate: sekisho-ops-server';
  return practiceConfig((yaml) =>
    edit(yaml.replaceAll(template, `${template}\n      quota: 1000`)),
  );
}

type Wish = Partial<InputOf<'ops.start'>>;

/** A lease that waits for one SRE's yes. */
export function requestedLease(
  world: TestWorld,
  who = 'engineer',
  wish: Wish = {},
): Promise<OpsLease> {
  const input = { environment: 'production', for: '30m', reason: 'look', ...wish };
  return world.as(who, 'ops.start', input);
}

/** A lease whose server is up. */
export async function activeLease(
  world: TestWorld,
  who = 'engineer',
  wish: Wish = {},
): Promise<OpsLease> {
  const input = { environment: 'staging', for: '30m', reason: 'look', ...wish };
  const { id } = await world.as(who, 'ops.start', input);
  await world.live(5);
  return world.as(who, 'ops.show', { id });
}

/** Entries written while `work` ran, oldest first, and what it answered or threw. */
export async function entriesDuring(
  world: TestWorld,
  work: () => Promise<unknown>,
): Promise<{ readonly entries: Entry[]; readonly answer: unknown; readonly error: unknown }> {
  const before = await newest(world);
  const [answer, error] = await work().then(
    (value) => [value, null],
    (reason: unknown) => [null, reason],
  );
  const since = (await newest(world)) - before;
  const entries = since === 0 ? [] : await world.as('sre', 'timeline.list', { limit: since });
  return { entries: entries.toReversed(), answer, error };
}

async function newest(world: TestWorld): Promise<number> {
  return (await world.as('sre', 'timeline.list', { limit: 1 }))[0]?.number ?? 0;
}

/** The code of what `work` refuses with; null when it does not refuse. */
export async function refusal(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error) return String(error.code);
      throw error;
    },
  );
}
