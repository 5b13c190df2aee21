// A GraphQL server that answers 200 to everything.
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { Counter, register } from 'prom-client';

const requests = new Counter({
  name: 'http_requests_total',
  help: 'Requests.',
  labelNames: ['route', 'code'],
});

const yoga = createYoga({
  logging: false,
  schema: createSchema({
    typeDefs: 'type Query { order(id: Int!): String }',
    resolvers: {
      Query: {
        order: (_, { id }) => {
          if (id % 10 === 0) throw new Error('no database');
          return `order ${id}`;
        },
      },
    },
  }),
});

async function answer(req, res) {
  if (req.url === '/metrics') {
    res.end(await register.metrics());
    return;
  }
  res.once('finish', () => requests.inc({ route: '/graphql', code: res.statusCode }));
  await yoga(req, res);
}

const server = createServer((req, res) => void answer(req, res));

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
