import { expect, it } from 'vitest';
import { commandsOf } from '../test/commands-of.ts';
import { sessionActions } from './session-actions.ts';

it('declares the action of every SDK command that ending live sessions uses, and no other, once', () => {
  const service = 'organizations:';
  const called = commandsOf('organizations/policies').map((action) =>
    action.replace('organizations/policies:', service),
  );
  const declared = sessionActions.filter((action) => action.startsWith(service));
  expect(declared).toEqual(called.toSorted());
});
