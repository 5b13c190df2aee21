import { type Config, onCallAt, type PersonConfig } from '@sekisho/config';
import type { House } from '@sekisho/core';
import { mentionsOf } from './mentions.ts';

/** Whoever a page is for: the person on call first, then those who shadow them. */
export function peopleOnCall(config: Config, now: Date): PersonConfig[] {
  const onCall = onCallAt(config, now);
  const shadows = config.people.filter((person) => person.shadowsOnCall && person.id !== onCall);
  return [...config.people.filter(({ id }) => id === onCall), ...shadows];
}

/** Mentions of them. */
export function mentionsOnCall(house: House): Promise<string[]> {
  return mentionsOf(house, peopleOnCall(house.config(), house.clock.now()));
}
