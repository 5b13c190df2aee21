import type { KeptPlace } from '@sekisho/config';
import { addSeconds } from '../platform/clock.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { House } from '../platform/context.ts';
import type { Loop } from '../platform/loops.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import type { Signer } from '../timeline/index.ts';
import type { KeepingPorts } from './cloud.ts';
import { keepCheckpoint } from './keep-checkpoint.ts';
import { type KeptKind, type Look, noteLook, tellStops } from './stops.ts';

interface Ports extends KeepingPorts {
  readonly signer: Signer;
}

/** Seconds that a server that has just begun gives the others' loops to show that all is well. */
const graceSeconds = 1800;

/** The keeping of checkpoints, and the watch over whether they and backups come, wherever somebody says where. */
export function keepingLoops(house: House, { keeping, signer }: Ports): Loop[] {
  if (keeping === undefined) return [];
  const keep = (place: KeptPlace) => keepCheckpoint(house, { keeping, signer }, place);
  const look = async (place: KeptPlace): Promise<Look> => {
    const newest = await keeping.newest(place);
    return { wellAt: newest === null ? null : new Date(newest.at), because: null };
  };
  const loop = { claimSeconds: 120, slow: true } as const;
  const mayTell = graceOf(house);
  const watch = (kind: KeptKind, doing: typeof keep) => () => watched(house, kind, doing, mayTell);
  const tell = async () => {
    if (mayTell()) await transactAsSystem(house, tellStops);
  };
  return [
    { ...loop, name: 'anchors', everySeconds: 600, run: watch('anchors', keep) },
    { ...loop, name: 'backups', everySeconds: 1800, run: watch('backups', look) },
    // Not slow: whatever the others hang at, it goes on.
    { name: 'kept-watch', everySeconds: 600, claimSeconds: 60, run: tell },
  ];
}

/** Tells whether a server that began when it was asked first has waited long enough. */
function graceOf(house: House): () => boolean {
  let begun: Date | null = null;
  return () => {
    begun ??= house.clock.now();
    return house.clock.now() >= addSeconds(begun, graceSeconds);
  };
}

/** Does it where a place is said, and remembers what came of it. Errors: those of `look`; it is tried again. */
async function watched(
  house: House,
  kind: KeptKind,
  look: (place: KeptPlace) => Promise<Look>,
  mayTell: () => boolean,
): Promise<void> {
  const place = house.config().keeping[kind];
  if (place === null) return;
  const note = (seen: Look) =>
    transactAsSystem(house, (tx) => noteLook(tx, kind, place, { ...seen, mayTell: mayTell() }));
  const seen = await look(place).catch(async (error: unknown) => {
    await note({ wellAt: null, because: codeOf(error) });
    throw error;
  });
  await note(seen);
}

function codeOf(error: unknown): string {
  if (error instanceof CloudError) return error.vendorCode;
  return error instanceof Error ? error.name : 'Error';
}
