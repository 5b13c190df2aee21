import type { ConditionFacts, Config, PolicyConfig } from '@sekisho/config';
import { isMeant } from '../people/index.ts';
import type { Ask, AskingJob, Moment } from './ask.ts';

/** Whether a rule is for whoever asks: a job is meant by its repository, or by the person who started it. */
export function isFor(config: Config, { person, job }: Ask, selector: string, now: Date): boolean {
  if (job === undefined) return isMeant(config, person, selector, now);
  if (selector === `repository:${job.repository}`) return true;
  return job.known && isMeant(config, person, selector, now);
}

/** Whether a rule speaks of what is asked for, and of where. */
export function isAbout(
  { what, where, permissionSets, purposes }: PolicyConfig,
  ask: Pick<Ask, 'kind' | 'place' | 'permissionSet' | 'job'>,
): boolean {
  const here = where.includes('*') || ask.place.names.some((name) => where.includes(name));
  if (!here || !what.includes(ask.kind)) return false;
  if (ask.job !== undefined && purposes !== null) return purposes.includes(ask.job.purpose);
  const one = ask.kind !== 'permission-set' || permissionSets === null;
  return one || permissionSets.includes(ask.permissionSet);
}

/** What the condition of a rule sees of an ask. */
export function factsOf(config: Config, ask: Ask, { now, budgets }: Moment): ConditionFacts {
  const { person, place, seconds, reason, size, permissionSet } = ask;
  const plain = { seconds, reason, ticket: ask.ticket ?? '', kind: ask.kind, size, permissionSet };
  const { known: _, ...job } = ask.job ?? noJob;
  return {
    request: { ...plain, ...job },
    person: {
      id: person.id,
      role: person.role,
      groups: person.groups,
      onCall: isMeant(config, person, 'on-call', now),
    },
    environment: { name: place.name, production: place.production },
    ...{ now, budgets },
  };
}

const noJob: AskingJob = {
  ...{ repository: '', purpose: '', known: false, ref: '', event: '', actor: '' },
  ...{ destroys: 0, replaces: 0, dangers: 0 },
};
