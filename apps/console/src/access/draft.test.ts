import type { PossibleAccess } from '@sekisho/contract';
import { expect, it } from 'vitest';
import { accountIn, askedIn, chosenIn, inputOf } from './draft.ts';

const row = (accountName: string, permissionSet: string): PossibleAccess => ({
  ...{ account: accountName, accountName, permissionSet, environment: null, production: false },
  ...{ verdict: 'allowed', maximumSeconds: 3600, rule: null },
  approval: { count: 0, from: [], people: [] },
  ...{ mayBreakGlass: false, refusal: null, has: null, lease: null },
});
const possible = ['a', 'b', 'c'].flatMap((name) => [row(name, 'Read'), row(name, 'Write')]);
const chosenOf = (draft: Parameters<typeof chosenIn>[1]) => {
  const chosen = chosenIn(possible, draft);
  if (chosen === null) throw new Error('nothing can be had');
  return chosen;
};

it('shows what each account takes that an address names, and keeps all of them when another set is chosen', () => {
  const linked = { account: 'a,b', permissionSet: 'Read', reason: 'down' };
  const chosen = chosenOf(linked);
  expect(askedIn(possible, linked, chosen)).toEqual([row('a', 'Read'), row('b', 'Read')]);
  const other = { ...linked, account: accountIn(linked, chosen), permissionSet: 'Write' };
  expect(inputOf(other, chosenOf(other))).toMatchObject({ account: 'a,b', permissionSet: 'Write' });
});

it('asks to break the glass where an address says so, also where a rule refuses it', () => {
  const linked = { account: 'a', permissionSet: 'Read', reason: 'down', breakGlass: 'yes' };
  expect(inputOf(linked, chosenOf(linked))).toMatchObject({ breakGlass: true });
});

it('asks for the account that was chosen where an address names none', () => {
  const chosen = chosenOf({ account: 'c', permissionSet: 'Write' });
  expect(inputOf({ reason: 'x' }, chosen)).toMatchObject({ account: 'c', permissionSet: 'Write' });
  expect(askedIn(possible, {}, chosen)).toEqual([chosen]);
});
