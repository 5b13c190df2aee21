import type { OutputOf } from '@sekisho/contract';
import type { SlackLinkRow } from './store.ts';

/** A link in force as doors show one. */
export function linkView(row: SlackLinkRow): OutputOf<'people.links'>[number] {
  return {
    id: row.id,
    person: row.person ?? '',
    team: row.team,
    user: row.slack_user,
    linkedAt: (row.linked_at ?? row.asked_at).toISOString(),
  };
}
