import { expect, it } from 'vitest';
import { commandsOf } from '../test/commands-of.ts';
import { lookActions } from './look-actions.ts';

it('declares the action of every SDK command that looking at roles uses, and no other, once', () => {
  const commands = commandsOf('look').map((name) => name.replace('look:', 'iam:'));
  expect(lookActions).toEqual([...commands, 'sts:GetCallerIdentity'].sort());
});
