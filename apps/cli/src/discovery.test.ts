import { mkdirSync, mkdtempSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { practiceFileIn, practiceFolderOfUser } from '@sekisho/practice/files';
import { beforeEach, describe, expect, it } from 'vitest';
import { discoverPractice, discoverPracticeAt, type Surroundings } from './discovery.ts';

/** A process id that no system gives to anyone. */
const nobody = 2 ** 31 - 2;

let top: string;
let around: Surroundings;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'sekisho-discovery-'));
  const folder = (name: string) => {
    const path = join(top, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  around = {
    env: {},
    cwd: folder('work/deep/down'),
    home: folder('home'),
    root: folder('checkout'),
    uid: process.getuid?.() ?? null,
  };
});

function put(folder: string, url: string, more: object = {}, mode = 0o600): string {
  mkdirSync(folder, { recursive: true });
  const path = practiceFileIn(folder);
  const contents = { url, secret: `secret of ${url}`, pid: process.pid, ...more };
  writeFileSync(path, JSON.stringify(contents), { mode });
  return path;
}

function putForUser(port: number, more: object = {}): string {
  const folder = practiceFolderOfUser(around.home, around.env.XDG_STATE_HOME);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${port}.json`);
  const contents = { url: urlOf(port), secret: 's', pid: process.pid, ...more };
  writeFileSync(path, JSON.stringify(contents), { mode: 0o600 });
  return path;
}

const urlOf = (port: number) => `http://127.0.0.1:${port}`;
const found = () => discoverPractice(around).found?.url ?? null;

describe('finding practice', () => {
  it('prefers SEKISHO_DATA, then this folder and those above, then the checkout, then the user', () => {
    expect(found()).toBeNull();
    putForUser(4545);
    expect(found()).toBe(urlOf(4545));
    put(join(around.root, '.sekisho'), urlOf(3));
    expect(found()).toBe(urlOf(3));
    put(join(top, 'work', '.sekisho'), urlOf(2));
    expect(found()).toBe(urlOf(2));
    put(join(around.cwd, '.sekisho'), urlOf(1));
    expect(found()).toBe(urlOf(1));
    put(join(top, 'data'), urlOf(7));
    around = { ...around, env: { SEKISHO_DATA: join(top, 'data') } };
    expect(found()).toBe(urlOf(7));
  });

  it("takes the user's server on SEKISHO_PORT, else on 4545, else the newest", () => {
    putForUser(5001);
    utimesSync(putForUser(5000), 1, 1);
    expect(found()).toBe(urlOf(5001));
    putForUser(4545);
    expect(found()).toBe(urlOf(4545));
    around = { ...around, env: { SEKISHO_PORT: '5000' } };
    expect(found()).toBe(urlOf(5000));
  });

  it('passes over the file of a server that has died', () => {
    put(join(around.cwd, '.sekisho'), urlOf(1), { pid: nobody });
    putForUser(4545);
    expect(found()).toBe(urlOf(4545));
  });

  it('keeps the per-user files under XDG_STATE_HOME when that is set', () => {
    around = { ...around, env: { XDG_STATE_HOME: join(top, 'state') } };
    putForUser(4545);
    expect(found()).toBe(urlOf(4545));
  });
});

describe('finding the secret of an address', () => {
  it('matches the address however this machine is spelled, and no other port', () => {
    put(join(around.cwd, '.sekisho'), urlOf(4545));
    const at = (url: string) => discoverPracticeAt(around, url).found?.secret ?? null;
    expect(at('http://localhost:4545')).toBe(`secret of ${urlOf(4545)}`);
    expect(at('http://127.0.0.1:4545/')).toBe(`secret of ${urlOf(4545)}`);
    expect(at('http://127.0.0.1:4546')).toBeNull();
  });

  it('never gives a secret to another machine', () => {
    put(join(around.cwd, '.sekisho'), 'http://sekisho.example.com:4545');
    expect(discoverPracticeAt(around, 'http://sekisho.example.com:4545').found).toBeNull();
    expect(discoverPractice(around)).toMatchObject({
      found: null,
      unsafe: [{ why: 'not-loopback' }],
    });
  });
});

describe('a practice file that is not to be trusted', () => {
  const here = () => join(around.cwd, '.sekisho');
  const whys = () => discoverPractice(around).unsafe.map(({ why }) => why);

  it('is refused when others can read or write it', () => {
    put(here(), urlOf(1), {}, 0o640);
    expect(found()).toBeNull();
    expect(whys()).toEqual(['open-to-others']);
  });

  it('is refused when another user owns it', () => {
    put(here(), urlOf(1));
    around = { ...around, uid: (around.uid ?? 0) + 1 };
    expect(found()).toBeNull();
    expect(whys()).toEqual(['another-owner']);
  });

  it('is refused when it is a link, a folder or no practice file', () => {
    const real = put(join(top, 'elsewhere'), urlOf(1));
    mkdirSync(here());
    symlinkSync(real, practiceFileIn(here()));
    mkdirSync(practiceFileIn(join(top, 'work', '.sekisho')), { recursive: true, mode: 0o700 });
    mkdirSync(join(around.root, '.sekisho'));
    writeFileSync(practiceFileIn(join(around.root, '.sekisho')), '{"url":', { mode: 0o600 });
    expect(found()).toBeNull();
    expect(whys()).toEqual(['not-readable', 'not-readable', 'not-readable']);
  });
});
