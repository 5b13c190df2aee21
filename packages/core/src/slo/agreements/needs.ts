import type { Config } from '@sekisho/config';
import type { Agreed, Side } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import type { AgreementRow } from './row.ts';
import { giversOf, peopleFor, selectorsOf } from './sides.ts';

type Need = Agreed['needs'][number];

const both: readonly Side[] = ['owner', 'sre'];

/** What an open proposal or correction still needs: a target two people, one for each side; a correction one more person. */
export function needsOf(config: Config, row: AgreementRow, now: Date): Need[] {
  if (row.state !== 'open') return [];
  return missingOf(config, row, now).map((sides) => needOf(config, row, sides, now));
}

function needOf(config: Config, row: AgreementRow, sides: readonly Side[], now: Date): Need {
  const from = sides.flatMap((side) => selectorsOf(config, row.service, side));
  return {
    sides: [...sides],
    from: [...new Set(from)],
    people: peopleFor(config, row.service, sides, now).filter((who) => !hasAgreed(row, who)),
  };
}

function missingOf(config: Config, row: AgreementRow, now: Date): readonly (readonly Side[])[] {
  if (row.kind === 'correction') return [both];
  const people = row.agreements.map(({ who }) => who);
  const [giver] = giversOf(config, row.service, people, now);
  if (giver === undefined) return both.map((side) => [side]);
  const only = giver.sides.length === 1 ? giver.sides[0] : undefined;
  return [both.filter((side) => side !== only)];
}

/** Whether somebody's agreement is there already: who asks for a correction agrees to it thereby. */
export function hasAgreed(row: AgreementRow, who: string): boolean {
  if (row.agreements.some((given) => given.who === who)) return true;
  return row.kind === 'correction' && ownerOf(row.asked_by) === who;
}

/** Everyone who could give some of what is missing. */
export function peopleAsked(config: Config, row: AgreementRow, now: Date): readonly string[] {
  return [...new Set(needsOf(config, row, now).flatMap(({ people }) => people))];
}
