import { type Config, onCallAt } from '@sekisho/config';

/** Mentions of whoever a page is for: the person on call first, then those who shadow them. */
export function mentionsOnCall(config: Config, now: Date): string[] {
  const onCall = onCallAt(config, now);
  const shadows = config.people.filter((person) => person.shadowsOnCall && person.id !== onCall);
  const all = [...config.people.filter(({ id }) => id === onCall), ...shadows];
  return all.flatMap(({ slack }) => (slack === null ? [] : [`<@${slack.user}>`]));
}
