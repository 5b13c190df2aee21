import type { PersonConfig } from '@sekisho/config';
import { type House, slackUsersOf } from '@sekisho/core';

/** Mentions of those of these people whom Slack knows. */
export async function mentionsOf(house: House, people: readonly PersonConfig[]): Promise<string[]> {
  const users = await slackUsersOf(house, people);
  return people.flatMap(({ id }) => {
    const known = users.get(id);
    return known === undefined ? [] : [`<@${known.user}>`];
  });
}
