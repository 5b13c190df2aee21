import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeFirst } from './write-first.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-write-first-'));
  path = join(folder, 'signing-key.pem');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps what is there, whatever somebody left beside it who was killed', () => {
  writeFileSync(`${path}.9a2f`, '');
  writeFirst(path, 'first');
  writeFirst(path, 'second');
  expect(readFileSync(path, 'utf8')).toBe('first');
  expect(readdirSync(folder)).toHaveLength(2);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
