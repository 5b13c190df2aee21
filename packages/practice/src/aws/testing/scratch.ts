import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type PracticeAws,
  type PracticeAwsOptions,
  startPracticeAws,
} from '../start-practice-aws.ts';
import { instantTiming } from '../world/timing.ts';

/** A practice AWS with a directory of its own. */
export interface Scratch {
  readonly aws: PracticeAws;
  readonly dataDirectory: string;
  /** Sends JSON to the control API; answers status and body. */
  control(path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
}

/** Starts practice AWS on a free port, where unless told otherwise everything happens at once. */
export async function startScratch(options: Partial<PracticeAwsOptions> = {}): Promise<Scratch> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sekisho-practice-aws-'));
  const aws = await startPracticeAws({ port: 0, dataDirectory, timing: instantTiming, ...options });
  return {
    aws,
    dataDirectory,
    control: async (path, body) => {
      const response = await fetch(`${aws.url}/_practice/${path}`, {
        ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json' },
      });
      return { status: response.status, body: await response.json() };
    },
    close: async () => {
      await aws.close();
      await rm(dataDirectory, { recursive: true });
    },
  };
}
