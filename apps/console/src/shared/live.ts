import type { QueryClient } from '@tanstack/react-query';
import { client } from './client.ts';
import { oneAfterAnother } from './one-after-another.ts';

export type LiveState = 'connecting' | 'live' | 'lost';

export interface LiveOptions {
  readonly queries: QueryClient;
  readonly onState: (state: LiveState) => void;
}

/** Facts about people, the house and the past, which few entries change, and what AWS is asked long for. */
const fixed = new Set([
  ...['people.me', 'people.list', 'replayed', 'access.burden', 'doctor.examine'],
  // Reading them may be an entry itself.
  ...['ops.sessions.show', 'ops.sessions.grep'],
]);
const changesFixed = new Set([
  'lease.stop-all',
  'lease.resume',
  'recovery.began',
  'recovery.settle',
  'config.changed',
]);

/** Milliseconds after which the next refresh waits no longer for one that hangs. */
const longest = 10_000;

interface TimelineEvent {
  readonly number: number;
  readonly action: string;
}

/** Asks again for what is shown, whenever the timeline grows. Answers a function that stops it. */
export function followTimeline({ queries, onState }: LiveOptions): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let after = -1;
  let failures = 0;

  const refresh = oneAfterAnother(
    (scope) =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [name] }) => scope === 'all' || !fixed.has(String(name)),
      }),
    () => new Promise((resolve) => setTimeout(resolve, longest)),
  );

  const retry = () => {
    source?.close();
    if (stopped) return;
    failures += 1;
    if (failures > 1) onState('lost');
    timer = setTimeout(() => void open(), Math.min(10_000, 500 * 2 ** failures));
  };

  const open = async () => {
    try {
      if (after < 0) after = (await client.call('timeline.list', { limit: 1 }))[0]?.number ?? 0;
    } catch {
      return retry();
    }
    if (stopped) return;
    source = new EventSource(`/api/v1/events?after=${after}`);
    source.onopen = () => {
      // What happened while the line was down is not told again for every query.
      if (failures > 0) refresh('all');
      failures = 0;
      onState('live');
    };
    source.addEventListener('entry', (event) => {
      const { number, action } = JSON.parse(String(event.data)) as TimelineEvent;
      after = Math.max(after, number);
      refresh(changesFixed.has(action) ? 'all' : 'some');
    });
    source.onerror = retry;
  };

  void open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
