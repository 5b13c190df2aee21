import { describe, expect, test } from 'vitest';
import { checkImportRules } from '../../scripts/import-rules/check-import-rules.ts';
import { withTree } from './planted-tree.ts';

const manifest = (name: string, dependencies: Record<string, string> = {}): string =>
  JSON.stringify({ name, dependencies });

/** A small tree in which every import is as it should be. */
const sound: Record<string, string> = {
  'apps/server/package.json': manifest('@sekisho/server', { '@sekisho/core': '0.1.0' }),
  'apps/server/src/main.ts': "import { env } from 'node:process';\nimport './http/index.ts';\nenv;",
  'apps/server/src/http/index.ts': "import '../composition.ts';\nimport './routes.ts';",
  'apps/server/src/http/routes.ts': "import { Hono } from 'hono';\nHono;",
  'apps/server/src/mcp/index.ts': "import { list } from '@sekisho/core';\nlist;",
  'apps/server/src/slack/index.ts': "import '@slack/bolt';",
  'apps/server/src/composition.ts': 'export const composed = true;',
  'packages/contract/package.json': manifest('@sekisho/contract', { zod: '4' }),
  'packages/contract/src/index.ts': "import { z } from 'zod';\nz;",
  'packages/aws/package.json': manifest('@sekisho/aws', { '@sekisho/core': '0.1.0' }),
  'packages/aws/src/index.ts': "import '@aws-sdk/client-ec2';",
  'packages/core/package.json': manifest('@sekisho/core', { '@sekisho/contract': '0.1.0' }),
  'packages/core/src/index.ts': "export { list } from './leases/index.ts';",
  'packages/core/src/clock.ts': "export { rows } from './leases/store.ts';",
  'packages/core/src/leases/index.ts': "export { list } from './list.ts';",
  'packages/core/src/leases/list.ts':
    "import { rows } from './store.ts';\nimport '../platform/clock.ts';\nexport const list = rows;",
  'packages/core/src/leases/store.ts':
    "import { sql } from 'kysely';\nimport { sqlOf } from '../platform/sql.ts';\nexport const rows = [sql, sqlOf];",
  'packages/core/src/leases/list.test.ts': "import '../ops/start.ts';\nimport 'kysely';",
  'packages/core/src/ops/start.ts': "import { list } from '../leases/index.ts';\nlist;",
  'packages/core/src/platform/clock.ts': 'export const now = 0;',
  'packages/core/src/platform/sql.ts': "import 'kysely';\nexport const sqlOf = 1;",
  'packages/core/src/platform/migrations/0001-first.ts': "import 'kysely';",
  'test/support/clock.ts': "import '@sekisho/core';\nprocess.env.TZ;",
};

/** Each breaks one rule of the sound tree. */
const breaches: readonly {
  readonly title: string;
  readonly path: string;
  readonly text: string;
  readonly says: string;
}[] = [
  {
    title: 'a domain that imports another past its index',
    path: 'packages/core/src/ops/start.ts',
    text: "import { list } from '../leases/list.ts';",
    says: 'reaches into the domain "leases"',
  },
  {
    title: 'the same by a type, a re-export or import()',
    path: 'packages/core/src/ops/start.ts',
    text: "import type { a } from '../leases/list.ts';\nexport * from '../leases/list.ts';\nvoid import('../leases/list.ts');",
    says: 'ops/start.ts:3: reaches into the domain "leases"',
  },
  {
    title: "core's own index that reaches past a domain's index",
    path: 'packages/core/src/index.ts',
    text: "export { list } from './leases/list.ts';",
    says: 'reaches into the domain "leases"',
  },
  {
    title: 'platform that imports a domain',
    path: 'packages/core/src/platform/clock.ts',
    text: "import { list } from '../leases/index.ts';",
    says: 'platform imports no domain',
  },
  {
    title: 'a door that imports another door',
    path: 'apps/server/src/slack/index.ts',
    text: "import '../http/routes.ts';",
    says: 'the door "slack" imports the door "http"',
  },
  {
    title: 'a package that imports an app by name',
    path: 'packages/aws/src/index.ts',
    text: "import '@sekisho/server';",
    says: 'a package never imports an app (@sekisho/server)',
  },
  {
    title: 'a package that lists an app',
    path: 'packages/aws/package.json',
    text: manifest('@sekisho/aws', { '@sekisho/server': '0.1.0' }),
    says: 'packages/aws/package.json:1: a package never imports an app',
  },
  {
    title: 'a path into another workspace',
    path: 'packages/aws/src/index.ts',
    text: "import '../../core/src/index.ts';",
    says: 'import the package by its name',
  },
  ...['@aws-sdk/client-ec2', '@slack/web-api', 'hono/cors', 'react', '@sekisho/aws'].map(
    (name) => ({
      title: `core that imports ${name}`,
      path: 'packages/core/src/ops/start.ts',
      text: `import '${name}';`,
      says: 'core knows no adapter',
    }),
  ),
  {
    title: 'core that lists an adapter',
    path: 'packages/core/package.json',
    text: manifest('@sekisho/core', { '@slack/bolt': '5.1.0' }),
    says: 'core knows no adapter (@slack/bolt)',
  },
  {
    title: 'a contract that imports another package of ours',
    path: 'packages/contract/src/index.ts',
    text: "import '@sekisho/core';",
    says: 'the contract imports no other package of ours',
  },
  {
    title: 'a verb that imports kysely, if only for a type',
    path: 'packages/core/src/ops/start.ts',
    text: "import type { Kysely } from 'kysely';",
    says: 'only store.ts, migrations and platform write SQL',
  },
  {
    title: 'a verb that takes the raw database',
    path: 'packages/core/src/ops/start.ts',
    text: "import { sqlOf } from '../platform/sql.ts';",
    says: 'only store.ts, migrations and platform write SQL',
  },
  {
    title: 'a file that is not in kebab-case',
    path: 'packages/core/src/ops/startServer.ts',
    text: '',
    says: '"startServer" is not kebab-case',
  },
  {
    title: 'a drawer called utils',
    path: 'packages/core/src/ops/time-utils.ts',
    text: '',
    says: '"time-utils" says nothing',
  },
  {
    title: 'the environment imported outside main.ts',
    path: 'packages/aws/src/index.ts',
    text: "import { env } from 'node:process';",
    says: 'only main.ts reads the environment',
  },
];

describe('import rules', () => {
  test('find nothing in a sound tree', async () => {
    expect(await withTree(sound, checkImportRules)).toEqual([]);
  });

  test.each(breaches)('find $title', async ({ path, text, says }) => {
    const problems = await withTree({ ...sound, [path]: text }, checkImportRules);
    expect(problems.join('\n')).toContain(says);
    expect(problems.every((problem) => problem.startsWith(path))).toBe(true);
  });

  test('refuse to judge a file that cannot be parsed', async () => {
    const broken = { ...sound, 'packages/aws/src/index.ts': 'import from from;' };
    await expect(withTree(broken, checkImportRules)).rejects.toThrow('cannot be parsed');
  });
});
