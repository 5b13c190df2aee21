import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { readFilter } from './asked.ts';
import { reachOf } from './readers.ts';
import { failingLooks, listSessions } from './store.ts';
import { sessionView } from './view.ts';

export const sessions = implement(contract['ops.sessions'], {
  decide: async (tx, input, _prepared, context) => {
    const limit = input.limit ?? 50;
    const filter = { ...readFilter(tx, input), before: input.before, limit: limit + 1 };
    const rows = await listSessions(tx, filter);
    const shown = rows.slice(0, limit);
    const reach = reachOf(tx, context);
    const unanswered = await failingLooks(tx);
    return {
      sessions: shown.map((row) => sessionView(tx, row, reach)),
      next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
      unanswered: unanswered.map((look) => ({
        environment: look.environment,
        since: look.failing_since?.toISOString() ?? null,
        detail: look.detail ?? '',
      })),
    };
  },
});
