import { AppError, type House, personOfSlack } from '@sekisho/core';
import type { Parts } from '../parts.ts';
import type { Job } from './job.ts';

type Input = Readonly<Record<string, unknown>>;

/** Fields that are a person of the roster. */
const people = ['to', 'person'] as const;

/** A mention where a person is meant becomes one of the roster; in other words, their name. Errors: `not-in-roster`. */
export async function personMeant(
  { house }: Parts,
  { incoming }: Job,
  input: Input,
): Promise<Input> {
  const { team } = incoming;
  const named = await namesFor(house, team, input);
  const meant = people.map(async (field) => {
    const user = named[field];
    if (typeof user !== 'string') return {};
    if (!/^[UW][A-Z0-9]+$/.test(user)) return { [field]: user };
    const person = await personOfSlack(house, { team, user });
    if (person === undefined) throw new AppError('not-in-roster', { who: user });
    return { [field]: person.id };
  });
  return Object.assign({}, named, ...(await Promise.all(meant)));
}

const mention = /<@([UW][A-Z0-9]+)>/g;

/** Mentions in what people wrote become names, so that they are read, not sent. */
export async function namesFor<Said extends Input>(
  house: House,
  team: string,
  said: Said,
): Promise<Said> {
  const texts = Object.values(said).filter((value) => typeof value === 'string');
  const users = texts.flatMap((text) =>
    Array.from(text.matchAll(mention), ([, user = '']) => user),
  );
  const names = new Map<string, string>();
  for (const user of new Set(users)) {
    const person = await personOfSlack(house, { team, user });
    names.set(user, `@${person?.id ?? user}`);
  }
  const named = Object.entries(said).map(([field, value]) => {
    if (typeof value !== 'string') return [field, value];
    return [field, value.replace(mention, (whole, user: string) => names.get(user) ?? whole)];
  });
  return Object.fromEntries(named) as Said;
}
