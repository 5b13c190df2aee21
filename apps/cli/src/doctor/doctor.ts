import {
  type DoctorCode,
  doctorCodes,
  type Finding,
  type FindingLevel,
  findingLevels,
  subjectOf,
} from '@sekisho/contract';
import { askedOf, withoutSecrets } from '@sekisho/core';
import { examineHere } from '@sekisho/server/doctor';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { cleanJson } from '../print/clean.ts';
import { styleOf } from '../print/style.ts';
import { say } from '../sentences/say.ts';
import { askServer, type ServerSaid } from './ask-server.ts';
import { configHere } from './config-here.ts';
import { doctorData } from './doctor-data.ts';
import { doctorText } from './doctor-text.ts';
import type { DoctorWish } from './doctor-wish.ts';
import { nodeHere } from './node-here.ts';

/** Exit code of the worst finding: as of what is unavailable, and of what conflicts. */
const exitOf: Readonly<Record<FindingLevel, number>> = {
  error: 5,
  warning: 4,
  skipped: 0,
  info: 0,
  ok: 0,
};

/** As of what is not found: that is not to be taken for well. */
const nothingLookedAt = 4;

/**
 * Examines the installation: by its server, which looks with its own rights, and where none answers by
 * what a server here would use. Whatever cannot be looked at is a finding too.
 * @returns 0 when nothing is wrong, 4 for warnings and when nothing was looked at, 5 for errors
 * Errors: `Failure` (exit code 2) when the command line asks for what is not there.
 */
export async function doctor(host: Host, asked: Asked): Promise<number> {
  const wish = wishOf(host, asked);
  const { options } = asked;
  if (options.json !== true && host.stderr.isTerminal)
    await host.stderr.write(`${say(host, 'examine-begins')}\n`);
  const said = await askServer(host, options, wish);
  const findings = sorted((await findingsOf(host, said, wish)).map(withoutSecrets));
  const examined = { said, findings, worst: findings[0]?.level ?? 'skipped' };
  await host.stdout.write(
    options.json === true
      ? `${cleanJson(doctorData(examined, host))}\n`
      : doctorText(examined, styleOf(host, options), options['all'] === true),
  );
  return findings.length === 0 ? nothingLookedAt : exitOf[examined.worst];
}

async function findingsOf(
  host: Host,
  said: ServerSaid,
  wish: DoctorWish,
): Promise<readonly Finding[]> {
  const { config, finding } = await configHere(host, said.url !== null);
  const machine = subjectOf('machine');
  const own = [nodeHere(machine), finding, said.finding];
  // What is about one account is not about this machine; what is wrong here keeps it from being looked at.
  const isError = ({ level }: Finding) => level === 'error';
  const here = wish.account === undefined ? own : own.filter(isError);
  const { env, cwd } = host;
  // A server that refuses is there, and sees what this machine does not.
  const refused = said.finding.outcome === 'refused';
  const rest =
    said.answer?.findings ?? (refused ? [] : await examineHere({ env, cwd, config, ...wish }));
  const all = [...here, ...rest];
  const asked = askedOf(all, wish);
  return all.filter((one) => asked.includes(one) || (one.code === 'server' && isError(one)));
}

/** Worst first; of one level as they came. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ level }: Finding) => findingLevels.indexOf(level);
  return findings.toSorted((a, b) => rank(a) - rank(b));
}

function wishOf(host: Host, { words, options }: Asked): DoctorWish {
  const [extra] = words;
  const bad = (name: Parameters<typeof say>[1], value: string) =>
    new Failure('bad-input', say(host, name, { value, command: 'sekisho doctor' }));
  if (extra !== undefined) throw bad('too-many-words', extra);
  const only = options['only'] as readonly string[] | undefined;
  const stranger = only?.find((code) => !(doctorCodes as readonly string[]).includes(code));
  if (stranger !== undefined) throw bad('examine-no-check', stranger);
  const account = options['account'] as string | undefined;
  if (account !== undefined && !/^\d{12}$/.test(account)) throw bad('examine-no-account', account);
  return { only: only as readonly DoctorCode[] | undefined, account };
}
