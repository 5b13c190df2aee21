import { AppError, type House, personOfSlack } from '@sekisho/core';
import type { Parts } from '../parts.ts';
import type { Job } from './job.ts';

type Input = Readonly<Record<string, unknown>>;

/** A mention in `to` becomes the person of the roster; in other words, their name. Errors: `not-in-roster`. */
export async function personMeant(
  { house }: Parts,
  { incoming }: Job,
  input: Input,
): Promise<Input> {
  const { team } = incoming;
  const { to, ...rest } = await namesFor(house, team, input);
  if (typeof to !== 'string') return rest;
  if (!/^[UW][A-Z0-9]+$/.test(to)) return { ...rest, to };
  const person = await personOfSlack(house, { team, user: to });
  if (person === undefined) throw new AppError('not-in-roster', { who: to });
  return { ...rest, to: person.id };
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
