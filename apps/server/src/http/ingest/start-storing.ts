import type { DoorLogger } from '../../door-logger.ts';
import { startTurner } from '../../turner.ts';
import type { Users } from './users.ts';

/** What users met is in memory for so long at most. */
const pauseMs = 5000;

/** Stores what users met, again and again, and what is left when it is stopped. */
export function startStoring(users: Users, logger: DoorLogger): { stop(): Promise<void> } {
  const storing = startTurner({
    ...{ pauseMs, turn: () => users.store().then(() => 0) },
    onFailure: (err) => logger.error({ err, loop: 'users' }, 'a loop failed'),
  });
  return {
    async stop() {
      await storing.stop();
      await users.store();
    },
  };
}
