import type { OutputOf } from '@sekisho/contract';

/** What a page of a recording shows, wherever it lies. */
export type RecordingEvents = Pick<OutputOf<'ops.sessions.replay'>, 'events' | 'timing' | 'next'>;
