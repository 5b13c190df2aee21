import { type Finding, found, subjectOf } from '@sekisho/contract';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { serverToAsk } from '../keep/server-backup.ts';
import { say } from '../sentences/say.ts';
import { callerOf } from '../server/call.ts';
import { type Answer, readAnswer } from './answer.ts';
import type { DoctorWish } from './doctor-wish.ts';

/** What came of asking the server. */
export interface ServerSaid {
  readonly url: string | null;
  /** Null when none answered. */
  readonly answer: Answer | null;
  readonly finding: Finding;
}

const machine = subjectOf('machine');
/** Longer than the server gives itself. */
const seconds = 60;

/** Asks the server to examine itself. Never throws for what goes wrong on the way: that is a finding. */
export async function askServer(
  host: Host,
  options: Asked['options'],
  { only, account }: DoctorWish,
): Promise<ServerSaid> {
  let url: string | null = null;
  try {
    const server = serverToAsk(host, options);
    if (server === null) return failed(null, found('server', 'none', machine, {}));
    // A store of secrets may wait for somebody to unlock it; what fails here was never asked.
    await within(host, server.headers());
    ({ url } = server);
    const answer = readAnswer(
      await callerOf(patient(host), server)('doctor.examine', {
        ...(only === undefined ? {} : { only: [...only] }),
        ...(account === undefined ? {} : { account }),
      }),
    );
    if (answer === null) throw new Failure('unavailable', say(host, 'not-sekisho', { url }));
    return { url, answer, finding: found('server', 'good', machine, { url }) };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const exitCode = error instanceof Failure ? error.exitCode : null;
    // 2: it could not even be asked; 3: it knows us, or not, and says no.
    const outcome = url === null ? 'not-here' : exitCode === 3 ? 'refused' : 'unreachable';
    return failed(url, found('server', outcome, machine, { detail }));
  }
}

async function within(host: Host, headers: Promise<unknown>): Promise<void> {
  const given = new AbortController();
  const late = host.sleep(seconds * 1000, given.signal).then(() => {
    throw new Failure('unavailable', say(host, 'session-no-keychain'));
  });
  late.catch(() => undefined);
  await Promise.race([late, headers]).finally(() => given.abort());
}

/** Whatever the environment says of other calls, the server may take its own time. */
function patient(host: Host): Host {
  const given = Number(host.env['SEKISHO_REQUEST_TIMEOUT']) || 0;
  const env = { ...host.env, SEKISHO_REQUEST_TIMEOUT: String(Math.max(seconds, given)) };
  return { ...host, env };
}

function failed(url: string | null, finding: Finding): ServerSaid {
  return { url, answer: null, finding };
}
