import { contract, type Finding } from '@sekisho/contract';
import type { KeepingPorts } from '../keeping/index.ts';
import type { House } from '../platform/context.ts';
import { implement, type ParsedInput, type PrepareScope } from '../platform/verb.ts';
import type { DoctorCloud } from './cloud.ts';
import { accountExaminations } from './examine-account.ts';
import { databaseAheadMs, databaseExaminations } from './examine-database.ts';
import { houseExaminations } from './examine-house.ts';
import type { DoctorPorts } from './ports.ts';
import { runExaminations } from './run.ts';
import { askedOf, isWanted, noSuchAccount } from './wanted.ts';

/** What it takes of what the whole house has. */
interface Ports extends DoctorPorts, KeepingPorts {
  readonly practice: boolean;
  readonly schedulerRole?: string;
}

type Input = ParsedInput<(typeof contract)['doctor.examine']>;

export const examine = implement(contract['doctor.examine'], {
  prepare: async ({ house, ports }: PrepareScope<Ports>, input: Input) =>
    together(house, JSON.stringify([input.only ?? null, input.account ?? null]), () =>
      look(house, ports, input),
    ),
  decide: async (tx, input, { findings, practice, milliseconds }) => ({
    installation: tx.config.installation,
    examinedAt: tx.now.toISOString(),
    ...{ practice, milliseconds },
    findings: [...askedOf(findings, input)],
  }),
});

interface Looked {
  readonly findings: readonly Finding[];
  readonly practice: boolean;
  readonly milliseconds: number;
}

const underWay = new WeakMap<House, Map<string, Promise<Looked>>>();

/** A look takes part of what AWS lets the house ask: whoever asks the same meanwhile gets the same answer. */
async function together(
  house: House,
  question: string,
  looking: () => Promise<Looked>,
): Promise<Looked> {
  const looks = underWay.get(house) ?? new Map<string, Promise<Looked>>();
  underWay.set(house, looks);
  const other = looks.get(question);
  if (other !== undefined) return other;
  const look = looking().finally(() => looks.delete(question));
  looks.set(question, look);
  return look;
}

async function look(house: House, ports: Ports, input: Input): Promise<Looked> {
  const begun = Date.now();
  const cloud = ports.openDoctorCloud?.() ?? null;
  try {
    const examinations = [
      ...databaseExaminations(house.database, {
        practice: ports.practice,
        where: 'the database',
      }),
      ...houseExaminations(house, ports),
      ...(ports.examinations?.() ?? []),
      ...(cloud === null ? [] : await accounts(house, ports, cloud)),
    ].filter((one) => isWanted(one, input));
    const stranger = noSuchAccount(house.config(), input);
    const looked = await runExaminations(examinations);
    const findings = stranger === null ? looked : [stranger, ...looked];
    return { findings, practice: ports.practice, milliseconds: Date.now() - begun };
  } finally {
    cloud?.close();
  }
}

async function accounts(house: House, { schedulerRole }: Ports, cloud: DoctorCloud) {
  // What the database cannot tell is told of by its own check.
  const houseAheadMs = await databaseAheadMs(house.database).catch(() => null);
  const now = () => house.clock.now();
  const rest = { scheduleRole: schedulerRole ?? 'sekisho-scheduler', houseAheadMs, now };
  return accountExaminations(house.config(), { cloud, ...rest });
}
