import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { startPostgres } from './postgres.ts';
import { findPostgres } from './postgres-binaries.ts';

function ask(url: string, sql: string): string {
  const psql = join(findPostgres(), 'psql');
  return execFileSync(psql, ['--no-psqlrc', '-At', '-c', sql, url], { encoding: 'utf8' }).trim();
}

function answers(url: string): boolean {
  try {
    return ask(url, 'select 1') === '1';
  } catch {
    return false;
  }
}

describe.skipIf(inject('database').kind !== 'postgres')('a private PostgreSQL', () => {
  test('keeps its rows and its address over a clean restart and a crash', async () => {
    const postgres = await startPostgres();
    try {
      const url = await postgres.createDatabase('lives');
      ask(url, 'create table life (n int); insert into life values (1)');
      await postgres.restart();
      expect(ask(url, 'select n from life')).toBe('1');
      await postgres.restart('crash');
      expect(ask(url, 'select n from life')).toBe('1');
    } finally {
      await postgres.stop();
    }
  });

  test('lives beside others, each with its own data', async () => {
    const servers = await Promise.all([startPostgres(), startPostgres()]);
    try {
      const urls = await Promise.all(servers.map((server) => server.createDatabase('mine')));
      expect(new Set(urls).size).toBe(2);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });

  test('ends with the process that started it, however that one dies', async () => {
    const program = `import { startPostgres } from '${new URL('postgres.ts', import.meta.url).href}';
      console.log((await startPostgres()).url);`;
    const args = ['--input-type=module', '--eval', program];
    const child = spawn('node', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(child.stdout, 'data')) as [Buffer];
    const url = said.toString().trim();
    expect(ask(url, 'select 1')).toBe('1');
    child.kill('SIGKILL');
    await expect.poll(() => answers(url), { timeout: 20_000 }).toBe(false);
  });

  test('copies a template', async () => {
    const postgres = await startPostgres();
    try {
      const template = await postgres.createDatabase('filled');
      ask(template, 'create table seed as select 7 as n');
      expect(ask(await postgres.createDatabase('copy', 'filled'), 'select n from seed')).toBe('7');
    } finally {
      await postgres.stop();
      await postgres.stop();
    }
  });
});
