import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  type Happening,
  type LogScene,
  liveIncident,
  pastHappenings,
} from '@sekisho/practice/logs';
import type { Logger } from 'pino';

/** The logs of practice's services, written as they happen. */
export interface PracticeLogs {
  /** One folder in it for each log. */
  readonly folder: string;
  /** What went wrong in the days of which there are logs, before practice began. */
  readonly past: readonly Happening[];
  /** Begins to write, in the background; what is opening meanwhile should be open. */
  begin(): void;
  /** Breaks the shop from the next minute on, for a while, unless it is broken; answers from when until when. */
  breakShop(): { readonly from: Date; readonly to: Date };
  stop(): Promise<void>;
}

const seed = 20_261_004;

/**
 * Makes ready to write practice's logs; they go on where an earlier start ended.
 * @param aheadMs how far practice's clock is ahead, in milliseconds
 * @param days of history; with 0 nothing is written at all
 */
export function openPracticeLogs({
  dataDirectory,
  aheadMs,
  days,
  logger,
}: {
  readonly dataDirectory: string;
  readonly aheadMs: number;
  readonly days: number;
  readonly logger: Logger;
}): PracticeLogs {
  const folder = join(dataDirectory, 'logs');
  const file = join(folder, 'scene.json');
  const now = () => Date.now() + aheadMs;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let scene = readScene(file) ?? keep(file, newScene(now()));
  let worker: Worker | null = null;
  const first = scene.start - days * 1440;
  return {
    folder,
    past: days === 0 ? [] : pastHappenings(scene.start).filter(({ from }) => from >= first),
    begin() {
      if (days === 0) return;
      const workerData = { folder, scene, aheadMs, days };
      worker = new Worker(new URL('./log-worker.ts', import.meta.url), { workerData });
      worker.unref();
      worker.on('error', (error) =>
        logger.error({ err: error }, 'practice logs are no longer written'),
      );
    },
    breakShop() {
      // The writer must hear of it before that minute begins.
      const from = Math.floor((now() + 5000) / 60_000) + 1;
      const under = scene.happenings.find(({ name, to }) => name === 'live' && to > from);
      if (under !== undefined) return spanOf(under);
      const incident = liveIncident(from);
      // Kept before it is written: what a log holds is made anew after a restart.
      scene = keep(file, { ...scene, happenings: [...scene.happenings, incident] });
      worker?.postMessage(scene);
      return spanOf(incident);
    },
    stop: async () => void (await worker?.terminate()),
  };
}

function newScene(now: number): LogScene {
  const start = Math.floor(now / 60_000);
  return { seed, start, happenings: pastHappenings(start) };
}

function keep(file: string, scene: LogScene): LogScene {
  writeFileSync(`${file}.part`, `${JSON.stringify(scene)}\n`);
  renameSync(`${file}.part`, file);
  return scene;
}

function readScene(file: string): LogScene | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LogScene;
  } catch {
    return null;
  }
}

function spanOf({ from, to }: Happening): { readonly from: Date; readonly to: Date } {
  return { from: new Date(from * 60_000), to: new Date(to * 60_000) };
}
