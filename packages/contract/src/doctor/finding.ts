import { z } from 'zod';
import { engineChecks } from './engine-checks.ts';
import { houseChecks } from './house-checks.ts';
import { type FindingLevel, findingLevels } from './levels.ts';
import { outsideChecks } from './outside-checks.ts';
import { useChecks } from './use-checks.ts';

/** Every check of `sekisho doctor` by its stable code, with what it may find. */
export const doctorChecks = {
  ...houseChecks,
  ...outsideChecks,
  ...useChecks,
  ...engineChecks,
} as const;

/** What any check may come to: it could not look, or had no time to. Whatever blocks it has a finding of its own. */
export const commonOutcomes = {
  blocked: ['skipped', 'by'],
  unread: ['warning', 'detail'],
  unfinished: ['warning', 'seconds'],
} as const satisfies Readonly<Record<string, readonly [FindingLevel, ...string[]]>>;

type Checks = typeof doctorChecks;
type Common = typeof commonOutcomes;
export type DoctorCode = keyof Checks;
export type CommonOutcome = keyof Common;
export type OwnOutcome<Code extends DoctorCode> = keyof Checks[Code] & string;
export type OutcomeOf<Code extends DoctorCode> = OwnOutcome<Code> | CommonOutcome;

type FactNames<Tuple> = Tuple extends readonly [FindingLevel, ...infer Names]
  ? Names[number] & string
  : never;

/** The facts that one outcome's sentences need. */
export type FindingFacts<Code extends DoctorCode, Outcome> = Readonly<
  Record<
    Outcome extends CommonOutcome
      ? FactNames<Common[Outcome]>
      : Outcome extends keyof Checks[Code]
        ? FactNames<Checks[Code][Outcome]>
        : never,
    string | number
  >
>;

export const doctorCodes = Object.keys(doctorChecks) as readonly DoctorCode[];

/** What a finding is about. */
export const findingSubject = z.object({
  kind: z.enum([
    ...(['machine', 'server', 'database', 'timeline', 'slack', 'github', 'login'] as const),
    ...(['aws', 'docker'] as const),
  ]),
  /** Name of the environment, or of what it is about; null where there is but one. */
  name: z.string().nullable(),
  account: z.string().nullable(),
  region: z.string().nullable(),
});
export type FindingSubject = z.output<typeof findingSubject>;

export const finding = z.object({
  code: z.enum(doctorCodes),
  outcome: z.string(),
  level: z.enum(findingLevels),
  subject: findingSubject,
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Finding = z.output<typeof finding>;

/** Of a newer server, whose checks, levels and subjects may have other names. */
const newerFinding = finding.extend({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  level: z.enum(findingLevels).catch('warning'),
  subject: findingSubject.extend({ kind: z.string() }),
});

/** A finding of a server of any version: what it finds wrong stays so. Null when it is none. */
export function readFinding(said: unknown): Finding | null {
  const { data } = newerFinding.safeParse(said);
  return data === undefined ? null : (data as Finding);
}

/** A subject of which there is but one. */
export function subjectOf(
  kind: FindingSubject['kind'],
  name: string | null = null,
): FindingSubject {
  return { kind, name, account: null, region: null };
}

/** Makes a finding; its level is what the list of checks says. */
export function found<Code extends DoctorCode, Outcome extends OutcomeOf<Code>>(
  code: Code,
  outcome: Outcome,
  subject: FindingSubject,
  facts: FindingFacts<Code, Outcome>,
): Finding {
  const outcomes: Readonly<Record<string, readonly [FindingLevel, ...string[]]>> = {
    ...commonOutcomes,
    ...doctorChecks[code],
  };
  const level = outcomes[outcome]?.[0] ?? 'skipped';
  return { code, outcome, level, subject, facts };
}
