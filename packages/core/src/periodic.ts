import { accessLoops, liveSessionLoops } from './access/index.ts';
import { forgetOldCards, forgetOldChatEvents } from './chat/index.ts';
import { forgetOldJobs } from './ci/index.ts';
import { keepingLoops } from './keeping/index.ts';
import { tellWeek } from './leases/index.ts';
import { carryOutStep, sweepOnce } from './ops/index.ts';
import type { House } from './platform/context.ts';
import { forgetOldKeys } from './platform/idempotency.ts';
import { type Loop, type LoopTurn, runLoops } from './platform/loops.ts';
import { type CarryOut, carryOutOrders, forgetOldOrders } from './platform/outbox.ts';
import { forgetOldFailures } from './platform/rate-limit/failures.ts';
import { transactAsSystem } from './platform/transact-as-system.ts';
import type { Ports } from './ports.ts';
import { recordingLoops } from './recording/index.ts';
import { lapseLate } from './slo/answers/index.ts';
import { evaluatorOf, listPulls, refreshStatuses, tick } from './slo/index.ts';
import { forgetOldMinutes, ingestLoops } from './slo/ingest/index.ts';

/** What is done every so often by one replica: the sweep, judging SLOs, the weekly notice, housekeeping. */
function periodicLoops(house: House, ports: Ports): Loop[] {
  const scope = { house, cloud: ports.cloud };
  return [
    ...accessLoops(house, ports),
    {
      name: 'sweep',
      everySeconds: 300,
      claimSeconds: 120,
      run: () => sweepOnce(scope),
    },
    ...liveSessionLoops(house, ports),
    ...recordingLoops(house, ports),
    ...keepingLoops(house, ports),
    {
      name: 'slo',
      everySeconds: 30,
      claimSeconds: 120,
      run: () => tick(house, evaluatorOf(house)),
    },
    {
      name: 'slo-commits',
      everySeconds: 60,
      claimSeconds: 120,
      run: () => refreshStatuses(house),
    },
    {
      name: 'week',
      everySeconds: 3600,
      claimSeconds: 120,
      run: () => transactAsSystem(house, tellWeek),
    },
    {
      name: 'slo-agreements',
      everySeconds: 600,
      claimSeconds: 120,
      run: () => lapseLate(house),
    },
    {
      name: 'housekeeping',
      everySeconds: 3600,
      claimSeconds: 120,
      run: () =>
        transactAsSystem(house, async (tx) => {
          await forgetOldKeys(tx);
          await forgetOldOrders(tx);
          await forgetOldChatEvents(tx);
          await forgetOldCards(tx);
          await forgetOldMinutes(tx);
          await forgetOldJobs(tx);
          await forgetOldFailures(tx);
        }),
    },
  ];
}

/**
 * What is done every so often, as turns that a server makes side by side: what is quick in one, with
 * what was ordered to be done in the cloud, and each slow loop in its own. `onFailure` is told what
 * will be tried again. The quick ones come first: the sweep tells whether the database is believed.
 */
export function loopTurns(
  house: House,
  ports: Ports,
  onFailure: (name: string, error: unknown) => void,
): LoopTurn[] {
  const loops = periodicLoops(house, ports);
  const quick = loops.filter(({ slow }) => slow !== true);
  const turn = async () => {
    await runLoops(house, quick, onFailure);
    await actInCloud(house, ports, onFailure);
  };
  const slow = loops.filter((loop) => loop.slow === true);
  const alone = (loop: Loop) => ({
    name: loop.name,
    turn: () => runLoops(house, [loop], onFailure),
  });
  return [{ name: 'loops', turn }, ...slow.map(alone)];
}

/** Does what was ordered to be done in the cloud. `onFailure` is told what will be tried again. */
async function actInCloud(
  house: House,
  { cloud }: Ports,
  onFailure: (what: string, error: unknown) => void,
): Promise<void> {
  const act: CarryOut = (order) =>
    carryOutStep({ house, cloud }, order).catch((error: unknown) => {
      onFailure('sweep', error);
      throw error;
    });
  await carryOutOrders(house, act, { lane: 'cloud' });
}

/** Reads the sources of SLOs that are due and that no other replica reads; `onFailure` is told of each that fails. */
export async function ingestSources(
  house: House,
  { sources }: Ports,
  onFailure: (what: string, error: unknown) => void,
): Promise<void> {
  if (sources === undefined || Object.keys(house.config().sources).length === 0) return;
  // A source that keeps us waiting must not keep the others waiting.
  const loops = ingestLoops(house, await sources());
  await Promise.all(loops.map((loop) => runLoops(house, [loop], onFailure)));
}

/** Lists open pull requests where that is due and no other replica does; `onFailure` is told what will be tried again. */
export async function listOpenPulls(
  house: House,
  { pulls }: Ports,
  onFailure: (what: string, error: unknown) => void,
): Promise<void> {
  if (pulls === undefined || house.config().github === null) return;
  const run = () => listPulls(house, pulls);
  // Longer than all questions of a pass may take, were every one of them slow.
  const loop: Loop = { name: 'slo-pulls', everySeconds: 60, claimSeconds: 600, run };
  await runLoops(house, [loop], onFailure);
}
