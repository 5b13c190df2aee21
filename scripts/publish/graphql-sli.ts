// What is published of @sekisho/graphql-sli, in dist/ or in the folder that is named.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePackage } from './write-package.ts';

const home = fileURLToPath(new URL('../../packages/graphql-sli', import.meta.url));

writePackage({
  home,
  dist: process.argv[2] ?? join(home, 'dist'),
  description: 'SLIs of GraphQL operations by what was answered: Apollo Server 5, GraphQL Yoga 5',
  doors: { './apollo': 'src/apollo/index.ts', './yoga': 'src/yoga/index.ts' },
  platform: 'node',
  node: '>=20',
  external: ['graphql', 'graphql-yoga', '@apollo/server'],
  typesOf: { '@sekisho/counting/graphql': 'counting/src/graphql' },
});
