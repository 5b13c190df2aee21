import type { House } from '../platform/context.ts';
import type { Loop } from '../platform/loops.ts';
import { collectSessions } from './collect/collect.ts';
import { indexSessions } from './collect/index-sessions.ts';
import type { RecordingPorts } from './ports.ts';

const slow = true;

/** Sessions are listed before AWS forgets them, and what was run in them is indexed when they ended. */
export function recordingLoops(house: House, { recordings }: RecordingPorts): Loop[] {
  if (recordings === undefined) return [];
  return [
    {
      name: 'ops-sessions',
      everySeconds: 60,
      claimSeconds: 600,
      slow,
      run: () => collectSessions(house, recordings),
    },
    {
      name: 'ops-recordings',
      everySeconds: 30,
      claimSeconds: 1800,
      slow,
      run: () => indexSessions(house, recordings),
    },
  ];
}
