import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { npm } from '../support/npm.ts';
import { nodes } from './support/nodes.ts';
import { newPlace, type Place, runIn, type Served, serveIn } from './support/run.ts';

const installed = inject('installed');
const home = installed.kind === 'installed' ? installed.home : '';
const own = join(home, 'node_modules', 'sekisho');
const bin = join(home, 'node_modules', '.bin', 'sekisho');

/** Imports whatever is no program of its own; prints how much that was. */
const importAll = `
  import { readdirSync } from 'node:fs';
  import { pathToFileURL } from 'node:url';
  const [folder] = process.argv.slice(1);
  const parts = readdirSync(folder).filter((file) => !/^(cli|server|action|.*-worker)\\.js$/.test(file));
  for (const part of parts) await import(pathToFileURL(folder + '/' + part));
  console.log(parts.length);
`;

const places: Place[] = [];
const servers: Served[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  for (const { folder } of places.splice(0)) rmSync(folder, { recursive: true, maxRetries: 3 });
});

async function place(node: string): Promise<Place> {
  const made = await newPlace(node);
  places.push(made);
  return made;
}

if (installed.kind === 'missing')
  console.warn(`The package could not be installed: ${installed.why}`);

describe.skipIf(installed.kind === 'missing').each(nodes)('on Node $name', ({ path: node }) => {
  test.skipIf(node === null)(
    'the command tells its version and checks a configuration',
    async () => {
      const here = await place(node ?? '');
      expect(await runIn(here, [bin, '--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
      const said = await runIn(here, [bin, 'check', join(own, 'seed', 'sekisho.yaml')]);
      expect(said).toContain('sekisho.yaml');
    },
  );

  test.skipIf(node === null)('every part that is loaded late finds what it imports', async () => {
    const here = await place(node ?? '');
    const line = [node ?? '', '--input-type=module', '-e', importAll, join(own, 'lib')];
    expect(Number(await runIn(here, line))).toBeGreaterThan(20);
  });

  test.skipIf(node === null)(
    'practice opens, lends a server, counts its logs, and ends when told to',
    async () => {
      const here = await place(node ?? '');
      const server = serveIn(here, [bin, 'practice']);
      servers.push(server);
      expect(await server.line).toContain(`Sekisho practice: ${here.url}/#secret=`);

      const page = await (await fetch(here.url)).text();
      const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? 'no script';
      expect((await fetch(new URL(script, here.url))).status).toBe(200);

      const asked = ['ops', 'start', 'staging', '1h', '--reason', 'look around', '--wait'];
      expect(await runIn(here, [bin, ...asked])).toMatch(/^active {3}ops-/);
      const logs = join(here.folder, '.sekisho', 'logs', 'shop-alb');
      await expect.poll(() => readdirSync(logs).length, { timeout: 30_000 }).toBeGreaterThan(1);
      expect(await runIn(here, [bin, 'slo', 'count', logs])).toMatch(/^SLI /);

      expect(await server.stop()).toBe(0);
      await expect(fetch(here.url)).rejects.toThrow('fetch failed');
    },
  );
});

test.skipIf(installed.kind === 'missing')(
  'the package holds no source that Node refuses, and no test',
  () => {
    const files = readdirSync(own, { recursive: true }).map(String);
    expect(
      files.filter((file) => !file.startsWith('node_modules') && /\.tsx?$|\.test\./.test(file)),
    ).toEqual([]);
  },
);

test.skipIf(installed.kind === 'missing')(
  'whatever the package needs is pinned in it, with hashes, as an image installs it',
  () => {
    const dist = installed.kind === 'installed' ? installed.dist : '';
    expect(npm(dist, ['ci', '--dry-run', '--offline', '--ignore-scripts'])).toContain('add');
    const { packages } = JSON.parse(readFileSync(join(dist, 'npm-shrinkwrap.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
    };
    const bare = Object.entries(packages).filter(([, { integrity }]) => integrity === undefined);
    expect(bare.map(([path]) => path)).toEqual(['']);
  },
);
