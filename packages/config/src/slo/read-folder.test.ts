import { spawnSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { checkServices } from './check-services.ts';
import { readServiceFiles } from './read-folder.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with `services`, and what is read of it by names within it. */
function folder() {
  const root = mkdtempSync(join(tmpdir(), 'sekisho-services-'));
  folders.push(root);
  const services = join(root, 'services');
  mkdirSync(services);
  const read = () => readServiceFiles(join(root, 'sekisho.yaml'));
  const told = () =>
    read().map((one) => [one.file.slice(root.length + 10), 'fault' in one ? one.fault : 'read']);
  return { root, services, read, told };
}

describe('the folder of services', () => {
  it('need not be there', () => {
    const { root } = folder();
    expect(readServiceFiles(join(root, 'elsewhere', 'sekisho.yaml'))).toEqual([]);
  });

  it('is read in order of name, in its folders too, definitions only', () => {
    const { services, read, told } = folder();
    mkdirSync(join(services, 'b'));
    mkdirSync(join(services, '.git'));
    for (const name of ['z.yaml', 'b/y.yml', 'a.YAML', 'notes.md', '.hidden.yaml', '.git/x.yaml']) {
      writeFileSync(join(services, name), name);
    }
    expect(told()).toEqual([
      ['a.YAML', 'read'],
      ['b/y.yml', 'read'],
      ['z.yaml', 'read'],
    ]);
    const [first] = read();
    expect(first && 'text' in first && Buffer.from(first.text).toString()).toBe('a.YAML');
  });

  it('follows links to files within, as a ConfigMap has them, and tells of every other', () => {
    const { root, services, told } = folder();
    mkdirSync(join(services, '..2026'));
    writeFileSync(join(services, '..2026', 'shop.yaml'), 'a: 1');
    symlinkSync('..2026', join(services, '..data'));
    symlinkSync(join('..data', 'shop.yaml'), join(services, 'shop.yaml'));
    writeFileSync(join(root, 'secret.yaml'), 'a: 1');
    symlinkSync(join('..', 'secret.yaml'), join(services, 'out.yaml'));
    symlinkSync(join('..', '..'), join(services, 'up'));
    symlinkSync('nowhere.yaml', join(services, 'dead.yaml'));
    symlinkSync('loop.yaml', join(services, 'loop.yaml'));
    expect(told()).toEqual([
      ['dead.yaml', 'link-not-followed'],
      ['loop.yaml', 'link-not-followed'],
      ['out.yaml', 'link-not-followed'],
      ['shop.yaml', 'read'],
      ['up', 'link-not-followed'],
    ]);
  });

  it('never waits for a pipe', () => {
    const { services, told } = folder();
    // Node itself makes no pipes with names.
    const made = spawnSync('/usr/bin/env', ['mkfifo', join(services, 'pipe.yaml')]);
    expect(made.status).toBe(0);
    expect(told()).toEqual([['pipe.yaml', 'not-a-file']]);
  });

  it('has names that stay on one line', () => {
    const { services, told } = folder();
    writeFileSync(join(services, 'a\nb\u001b[2J\u202e.yaml'), '');
    expect(told()).toEqual([['a\\u{a}b\\u{1b}[2J\\u{202e}.yaml', 'read']]);
  });

  it('has bounds in depth, number and size', () => {
    const { services, read, told } = folder();
    const deep = join(services, ...Array.from({ length: 10 }, (_, level) => `d${level}`));
    mkdirSync(deep, { recursive: true });
    expect(told()).toEqual([[expect.stringMatching(/^d0.*d8$/), 'folder-too-deep']]);
    const big = join(services, 'a.yaml');
    writeFileSync(big, '');
    truncateSync(big, 3_000_000);
    const [first] = read();
    expect(first && 'text' in first && first.text.length).toBe(1_000_001);
    expect(checkServices(first ? [first] : [], null).problems).toMatchObject([
      { code: 'too-large' },
    ]);
    for (let at = 0; at < 40; at += 1) linkSync(big, join(services, `b${at}.yaml`));
    expect(told().at(-1)?.[1]).toBe('files-too-large');
    expect(told().length).toBeLessThan(40);
  });

  it('holds no more files than anyone has', () => {
    const { services, told } = folder();
    const one = join(services, 'one.txt');
    writeFileSync(one, '');
    for (let at = 0; at < 2001; at += 1) linkSync(one, join(services, `f${at}.yaml`));
    const all = told();
    expect(all).toHaveLength(2001);
    expect(all.at(-1)?.[1]).toBe('too-many-files');
  });
});
