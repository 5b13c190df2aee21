import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandsOf } from '../test/commands-of.ts';
import { actions } from './actions.ts';

const SERVICES = ['ec2', 'scheduler', 'ssm', 'sts'];

it('declares the action of every SDK command in use, and no other, once', () => {
  expect(actions).toEqual(SERVICES.flatMap(commandsOf).sort());
});

it('uses SDK commands in the folders of their services alone', () => {
  const elsewhere = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .filter((name) => /Command\(/.test(readFileSync(join(import.meta.dirname, name), 'utf8')));
  expect(elsewhere).toEqual([]);
});
