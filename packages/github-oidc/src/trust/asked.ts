import type { Condition } from '@sekisho/iam-policy';
import type { Patience } from './common-text.ts';
import { claimOf, isPositive, letsIn } from './evaluate.ts';
import { type Pattern, together } from './pattern.ts';

/** What a statement asks of tokens, as whoever wants to come in would read it. */
export interface Asked {
  readonly conditions: readonly Condition[];
  readonly provider: string;
  /** What it wants of a claim: a token may have any of these values, or ones that they fit. */
  wanted(claim: string): readonly string[];
  /** Whether it names all the values that a claim may have, without wildcards. */
  pins(claim: string): boolean;
  /** The first of some values with which a claim comes through its conditions; else the first of all. */
  among(claim: string, values: Others): string;
  /** A value with which a claim comes through its conditions, or else one of the others given. */
  fit(claim: string, others: Others): string;
  /** The same for a claim that is not anybody's to choose, save for what wildcards leave open. */
  fitOpen(claim: string, others: Others): string;
  /** Patterns that a subject must fit all at once; it comes in by any of these lists. */
  readonly subjects: readonly (readonly Pattern[])[];
  /** None left means that not all was looked at. */
  readonly patience: Patience;
}

/** Values that a claim may have where nothing is asked of it; the first where none fits. */
type Others = readonly [string, ...string[]];

/** Steps: some seconds. A policy of 65 repositories, each in both forms, takes half of it. */
const patienceAtFirst = 2_000_000;

/** Reads a statement's conditions on the claims of one issuer. */
export function askedBy(conditions: readonly Condition[], provider: string): Asked {
  const of = (claim: string) => conditions.filter((one) => claimOf(one) === claim);
  const wanted = (claim: string) =>
    of(claim)
      .filter(isPositive)
      .flatMap(({ values }) => values);
  const subjects = together([
    ...of('sub').filter(isPositive).map(subjectsOf),
    ...of('repository').filter(isPositive).map(subjectsOfRepository),
  ]);
  const patience = { left: subjects === null ? 0 : patienceAtFirst };
  const firstOf = (claim: string, values: readonly string[], others: Others) => {
    const about = of(claim);
    const fits = (value: string) => {
      // Each value is taken apart anew, which takes longer than a step.
      patience.left -= 4 * valuesIn(about);
      return patience.left <= 0 || letsIn(about, { [claim]: value }, provider);
    };
    return [...values, ...others].find(fits) ?? others[0];
  };
  return {
    ...{ conditions, provider, wanted, patience, subjects: subjects ?? [] },
    pins: (claim) => of(claim).some((one) => isPositive(one) && !one.values.some(isOpen)),
    among: (claim, values) => firstOf(claim, [], values),
    fit: (claim, others) => firstOf(claim, wanted(claim).map(filled), others),
    fitOpen: (claim, others) => firstOf(claim, wanted(claim).filter(isOpen).map(filled), others),
  };
}

/** How many values conditions compare with. */
export function valuesIn(conditions: readonly Condition[]): number {
  return conditions.reduce((sum, { values }) => sum + values.length, 0);
}

function subjectsOf({ operator, values }: Condition): readonly Pattern[] {
  const ignoresCase = operator.endsWith('IgnoreCase');
  return values.map((text) => ({ text, ignoresCase }));
}

/** The subjects of a repository, with ids and without. */
function subjectsOfRepository(condition: Condition): readonly Pattern[] {
  return subjectsOf(condition).flatMap(({ text, ignoresCase }) =>
    withSlash(text)
      .flatMap((value) => [`repo:${value}:*`, `repo:${value.replace('/', '@*/')}@*:*`])
      .map((subject) => ({ text: subject, ignoresCase })),
  );
}

/** A pattern with the one slash that is between owner and name, wherever a wildcard may stand for it. */
function withSlash(pattern: string): readonly string[] {
  if (pattern.includes('/')) return [pattern];
  return [...pattern.matchAll(/[*?]/g)].map(({ 0: sign, index }) => {
    const slash = sign === '*' ? '*/*' : '/';
    return `${pattern.slice(0, index)}${slash}${pattern.slice(index + 1)}`;
  });
}

function isOpen(pattern: string): boolean {
  return /[*?]/.test(pattern);
}

/** A value that a pattern fits. */
function filled(pattern: string): string {
  return pattern.replaceAll('*', 'any').replaceAll('?', 'x');
}
