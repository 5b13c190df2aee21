import { expect, it } from 'vitest';
import { commandsOf } from '../test/commands-of.ts';
import { accessActions } from './access-actions.ts';

const SERVICES = ['identitystore', 'organizations', 'scheduler', 'sso', 'sts'];

it('declares the action of every SDK command that lending permission sets uses, and no other, once', () => {
  expect(accessActions).toEqual(SERVICES.flatMap(commandsOf).sort());
});
