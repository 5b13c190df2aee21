import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ciActions } from './ci-actions.ts';

/** `iam:GetRole` for each `new GetRoleCommand(` in the sources of the service's folder. */
function commandsOf(service: string): string[] {
  const folder = join(import.meta.dirname, service);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/new \w+Command\(/g) ?? [])
    .map((made) => `${service}:${made.slice('new '.length, -'Command('.length)}`);
}

it('declares the action of every SDK command that lending roles uses, and no other, once', () => {
  expect(ciActions).toEqual(['iam', 'sts'].flatMap(commandsOf).sort());
});
