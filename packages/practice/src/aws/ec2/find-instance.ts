import { terminatedAt } from '../machine/phases.ts';
import type { Moment } from '../operation.ts';
import type { Instance } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';

/** For how long EC2 still shows a terminated instance: "about an hour". */
const shownForMs = 3_600_000;

/** Whether calls other than a replayed launch can see the instance. */
export function isShown(instance: Instance, now: number): boolean {
  const ended = terminatedAt(instance);
  return now >= instance.visibleAt && (ended === null || now < ended + shownForMs);
}

/** The instances of these ids, all of them or a refusal. */
export function findInstances(moment: Moment, ids: readonly string[]): Instance[] {
  const malformed = ids.find((id) => !/^i-(?:[0-9a-f]{8}|[0-9a-f]{17})$/.test(id));
  if (malformed !== undefined) {
    throw new Refusal('InvalidInstanceID.Malformed', `Invalid id: "${malformed}"`);
  }
  const found = [...new Set(ids)].map((id) => [id, findInstance(moment, id)] as const);
  const missing = found.filter(([, instance]) => instance === undefined).map(([id]) => id);
  if (missing.length > 0) throw notFound(missing);
  return found.flatMap(([, instance]) => instance ?? []);
}

function findInstance(moment: Moment, id: string): Instance | undefined {
  const instance = moment.world.instances.get(id);
  if (instance === undefined || !isShown(instance, moment.now)) return undefined;
  const here = instance.account === moment.account && instance.region === moment.region;
  return here ? instance : undefined;
}

function notFound(ids: readonly string[]): Refusal {
  const list = ids.join(', ');
  const message =
    ids.length === 1
      ? `The instance ID '${list}' does not exist`
      : `The instance IDs '${list}' do not exist`;
  return new Refusal('InvalidInstanceID.NotFound', message);
}
