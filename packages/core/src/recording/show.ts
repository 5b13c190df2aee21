import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { commandView } from './command-view.ts';
import { reachOf, recordReading, refuseUnlessReader } from './readers.ts';
import { commandsAfter, needSession, sessionsBeside } from './store.ts';
import { sessionView } from './view.ts';

export const showSession = implement(contract['ops.sessions.show'], {
  decide: async (tx, { id, after = 0, limit = 200 }, _prepared, context) => {
    const row = await needSession(tx, id);
    refuseUnlessReader(tx, context, row);
    await recordReading(tx, row, 'ops.sessions.show');
    const found = await commandsAfter(tx, id, after, limit + 1);
    const shown = found.slice(0, limit);
    return {
      session: sessionView(tx, row, reachOf(tx, context)),
      commands: shown.map(commandView),
      next: found.length > limit ? (shown.at(-1)?.number ?? null) : null,
      beside: await sessionsBeside(tx, row),
    };
  },
});
