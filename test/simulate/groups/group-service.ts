import { CloudError } from '@sekisho/core';
import { type Pair, type Visits, visit } from '../visits.ts';

/** Groups that people are in, somewhere outside, reached by calls that fail as calls do. */
export interface GroupService {
  /** Who is in which group. */
  readonly groups: ReadonlyMap<string, Set<string>>;
  /** What goes wrong with the next call of its kind, once each. */
  faults: Pair[];
  /** Nothing answers. */
  down: boolean;
  members(groups: readonly string[]): Promise<Map<string, readonly string[]>>;
  join(group: string, person: string): Promise<void>;
  leave(group: string, person: string): Promise<void>;
}

/** People who are in every group whatever is lent. */
export const standing: readonly string[] = ['root', 'support'];

/** A service with these groups. */
export function createGroupService(names: readonly string[], visits: Visits): GroupService {
  const groups = new Map(names.map((name) => [name, new Set(standing)]));
  const answer = async <T>(step: string, act: () => T): Promise<T> => {
    if (service.down) throw new CloudError('unknown-outcome', 'Timeout', 'no answer');
    const struck = service.faults.find((pair) => pair.step === step);
    if (struck === undefined) return act();
    service.faults = service.faults.filter((pair) => pair !== struck);
    visit(visits, struck);
    if (struck.fault === 'lost-answer') act();
    throw failure(struck);
  };
  const service: GroupService = {
    groups,
    faults: [],
    down: false,
    members: (wanted) =>
      answer('members', () => new Map(wanted.map((name) => [name, [...(groups.get(name) ?? [])]]))),
    join: (group, person) => answer('join', () => void groups.get(group)?.add(person)),
    leave: (group, person) => answer('leave', () => void groups.get(group)?.delete(person)),
  };
  return service;
}

function failure({ fault }: Pair): CloudError {
  if (fault === 'throttle') return new CloudError('throttled', 'Throttling', 'slow down');
  if (fault === 'denied') return new CloudError('denied', 'AccessDenied', 'not allowed');
  return new CloudError('unknown-outcome', 'InternalError', fault);
}
