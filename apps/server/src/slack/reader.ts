import type { CardOptions } from '@sekisho/cards';
import { type Config, onCallAt, type PersonConfig } from '@sekisho/config';
import type { Language, Person } from '@sekisho/contract';

/** Who reads, in which language and zone; `you` is null for a channel. */
export type Reader = CardOptions;

/** One person as a reader. */
export function readerOf(config: Config, person: PersonConfig, now: Date, baseUrl: string): Reader {
  const { language, timeZone, id } = person;
  return { now, language, timeZone, people: peopleOf(config, now), you: id, baseUrl };
}

/** A channel reads in the language and zone of most people of the roster. */
export function channelReader(config: Config, now: Date, baseUrl: string): Reader {
  return {
    now,
    language: channelLanguage(config),
    timeZone: commonest(config.people.map((person) => person.timeZone)) ?? 'UTC',
    people: peopleOf(config, now),
    you: null,
    baseUrl,
  };
}

export function channelLanguage({ people }: Config): Language {
  const japanese = people.filter(({ language }) => language === 'ja').length;
  return japanese * 2 > people.length ? 'ja' : 'en';
}

function peopleOf(config: Config, now: Date): Person[] {
  const onCall = onCallAt(config, now);
  return config.people.map((person) => {
    const { id, name, email, github, role, language, timeZone } = person;
    const groups = [...person.groups];
    const rest = { email, github, role, language, timeZone, groups };
    return { id, name: { ...name }, ...rest, onCall: id === onCall };
  });
}

function commonest(values: readonly string[]): string | undefined {
  const count = (value: string) => values.filter((other) => other === value).length;
  return values.toSorted((a, b) => count(b) - count(a))[0];
}
