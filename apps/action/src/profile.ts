import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';

/** A profile whose credentials a program gives: the file never holds a secret. */
export interface Profile {
  /** Of the AWS configuration. */
  readonly path: string;
  readonly name: string;
  readonly region: string | null;
  /** The program with its words. */
  readonly command: readonly string[];
}

/** Adds the profile between marks of ours. Errors: `Failure` `profile-there`. */
export function addProfile({ path, name, region, command }: Profile): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const others = without(before, name);
  if (
    new RegExp(`^\\s*\\[\\s*(profile\\s+)?${name.replaceAll('.', '\\.')}\\s*\\]`, 'm').test(others)
  )
    throw new Failure('profile-there', { path, profile: name });
  const lines = [
    ...[beginMark(name), `[profile ${name}]`],
    `credential_process = ${command.map((word) => `"${word}"`).join(' ')}`,
    ...(region === null ? [] : [`region = ${region}`]),
    ...[endMark(name), ''],
  ];
  const gap = others === '' || others.endsWith('\n') ? '' : '\n';
  write(path, `${others}${gap}${lines.join('\n')}`);
}

/** Takes it out again; every other byte stays. */
export function removeProfile(path: string, name: string): void {
  if (!existsSync(path)) return;
  const before = readFileSync(path, 'utf8');
  const after = without(before, name);
  if (after !== before) write(path, after);
}

function without(text: string, name: string): string {
  const from = text.indexOf(beginMark(name));
  const to = text.indexOf(`${endMark(name)}\n`, from);
  if (from < 0 || to < 0) return text;
  return text.slice(0, from) + text.slice(to + endMark(name).length + 1);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomUUID()}`;
  writeFileSync(aside, text, { mode: 0o600 });
  renameSync(aside, path);
}

const beginMark = (name: string) => `# sekisho ${name}: begin`;
const endMark = (name: string) => `# sekisho ${name}: end`;
