import type { Person } from '@sekisho/contract';
import type { SlackUser } from './api.ts';

/** The Slack user of a person of the roster: by e-mail, else by name or id; null when there is none. */
export function slackUserOf(person: Person | null, users: readonly SlackUser[]): SlackUser | null {
  if (person === null) return null;
  const people = users.filter(({ is_bot }) => !is_bot);
  const email = person.email?.toLowerCase();
  const byEmail = people.find((user) => user.profile.email?.toLowerCase() === email);
  const named = people.find(
    ({ name, real_name }) =>
      name === person.id ||
      [person.name.en, person.name.ja].some((one) => one !== '' && real_name.includes(one)),
  );
  return (email ? byEmail : undefined) ?? named ?? null;
}
