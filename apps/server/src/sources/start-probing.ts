import { type Core, createProber, type SourceAdapters } from '@sekisho/core';
import type { DoorLogger } from '../door-logger.ts';
import { startTurner } from '../turner.ts';

/** A probe is late by this at most while nothing else keeps it. */
const pauseMs = 1000;

/** Runs the probes of SLOs, each at its time, until it is stopped. */
export function startProbing(
  { house }: Pick<Core, 'house'>,
  load: () => Promise<SourceAdapters>,
  {
    onFailure,
    logger,
  }: {
    readonly onFailure: (what: string, error: unknown) => void;
    readonly logger: DoorLogger;
  },
): { stop(): Promise<void> } {
  const prober = createProber(house, load, onFailure);
  const turning = startTurner({
    ...{ pauseMs, turn: () => prober.begin().then(() => 0) },
    onFailure: (err) => logger.error({ err, loop: 'probes' }, 'a loop failed'),
  });
  return {
    async stop() {
      await turning.stop();
      await prober.settled();
    },
  };
}
