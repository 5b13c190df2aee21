import { randomInt } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { answerAws } from './http/aws-api.ts';
import { answerControl } from './http/control.ts';
import { listen } from './http/listen.ts';
import type { Request } from './http/reply.ts';
import { openJournal } from './journal/journal.ts';
import { lockFile } from './journal/lock.ts';
import { readJournal } from './journal/snapshot.ts';
import { createPractice, type Practice } from './practice.ts';
import { recordSessions } from './recordings/record.ts';
import {
  practiceAccounts,
  seed,
  seedAllRoles,
  seedAllStorage,
  seedLackingRoles,
  seedOrganization,
} from './seed.ts';
import { createRng, uuid } from './world/rng.ts';
import { practiceTiming, type Timing } from './world/timing.ts';
import type { TokenIssuer } from './world/tokens.ts';
import { World } from './world/world.ts';

/** Told of bugs; the error is under `err`, where pino shows its message and trace. */
export interface PracticeLogger {
  error(facts: Readonly<Record<string, unknown>>, message: string): void;
}

export interface PracticeAwsOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Where the state lives; made when it is not there. Only one process may use it at a time. */
  readonly dataDirectory: string;
  /** Epoch milliseconds; default: the machine's clock. */
  readonly clock?: () => number;
  /** First state of the randomness; default: chance. A world that was kept goes on where it was. */
  readonly seed?: number;
  readonly logger?: PracticeLogger;
  /** Whose tokens AssumeRoleWithWebIdentity believes from the start; `POST /_practice/issuer` says it later. */
  readonly issuer?: TokenIssuer;
  /** How long things take; default: a server is ready in three to four seconds. */
  readonly timing?: Timing;
  /** Account of keys that name none; default: staging. */
  readonly defaultAccount?: string;
  /** Lets `POST /_practice/clock` move the clock. */
  readonly testMode?: boolean;
  /** How often due things are looked for without being asked (milliseconds); default 250. */
  readonly tickMs?: number;
}

export interface PracticeAws {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts practice AWS on 127.0.0.1. Errors: when port or directory are taken, or the state is damaged. */
export async function startPracticeAws(options: PracticeAwsOptions): Promise<PracticeAws> {
  const { practice, close: closeJournal } = openPractice(options);
  const { logger, testMode = false, defaultAccount = practiceAccounts.staging } = options;
  const requestIds = createRng(randomInt(2 ** 32));
  const answer = (request: Request) => {
    if (request.url.pathname.startsWith('/_practice/'))
      return answerControl(practice, request, testMode);
    const reply = answerAws(practice, request, uuid(requestIds.next), defaultAccount);
    // AWS tells its own time in every answer.
    const date = new Date(practice.now()).toUTCString();
    return reply === null ? null : { ...reply, headers: { ...reply.headers, date } };
  };
  const onBug = (error: unknown) => logger?.error({ err: error }, 'practice AWS failed');
  const { server, port } = await listen(options.port, answer, onBug).catch((error: unknown) => {
    closeJournal();
    throw error;
  });
  const timer = setInterval(() => tick(practice, logger), options.tickMs ?? 250);
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      clearInterval(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      closeJournal();
    },
  };
}

// What is due stays due: a tick that failed (a full disk, say) is made up for by the next.
function tick(practice: Practice, logger: PracticeLogger | undefined): void {
  try {
    practice.tick();
  } catch (error) {
    logger?.error({ err: error }, 'practice AWS could not keep what happened');
  }
}

function openPractice(options: PracticeAwsOptions): { practice: Practice; close: () => void } {
  const { dataDirectory } = options;
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const lock = lockFile(join(dataDirectory, 'practice-aws.lock'));
  try {
    const { practice, journal } = readPractice(options, join(dataDirectory, 'practice-aws.jsonl'));
    const close = () => {
      journal.close();
      lock.release();
    };
    return { practice, close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function readPractice(options: PracticeAwsOptions, path: string) {
  const { clock = Date.now, timing = practiceTiming } = options;
  const world = new World(timing);
  const kept = readJournal(path, world);
  if (kept === null) seed(world, clock());
  // A world that was kept from before there were roles has none.
  else if (world.roles.size === 0) seedAllRoles(world, clock());
  else seedLackingRoles(world, clock());
  if (kept !== null && world.directory.accounts.size === 0) seedOrganization(world, clock());
  if (kept !== null && world.buckets.size === 0) seedAllStorage(world, clock());
  // Not before: what the journal tells again was recorded then.
  recordSessions(world);
  if (options.issuer !== undefined) world.issuers.put(options.issuer.issuer, options.issuer);
  const rng = createRng(kept?.rng ?? options.seed ?? randomInt(2 ** 32));
  const skipped = kept?.skipped ?? 0;
  const first = { clock: world.clock, rng: rng.state(), skipped, faults: world.faults };
  const journal = openJournal(path, world, first);
  return { practice: createPractice({ world, rng, journal, clock, skipped }), journal };
}
