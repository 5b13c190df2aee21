import { contract } from '@sekisho/contract';
import { implement } from '../../platform/verb.ts';
import { ownerOf, roleOf } from '../roster.ts';
import { sessionView } from './session-view.ts';
import { type SessionRow, sessionsOf } from './store.ts';

export const listSessions = implement(contract['session.list'], {
  decide: async (tx, _input, _prepared, context) => {
    const everyone = roleOf(tx.config, context) === 'admin';
    const rows = await sessionsOf(tx, everyone ? null : ownerOf(tx.principal.id));
    return rows
      .filter((row) => !isIdle(row, tx.now))
      .map((row) => sessionView(row, context.session));
  },
});

function isIdle({ idle_seconds: seconds, last_seen_at: seen }: SessionRow, now: Date): boolean {
  return seconds !== null && now.getTime() - seen.getTime() >= seconds * 1000;
}
