// Apollo Server 5: wrong queries get 400, and what fails in a resolver gets 200.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const server = new ApolloServer({
  typeDefs: 'type Query { order(id: Int!): String }',
  resolvers: {
    Query: {
      order: (_, { id }) => {
        if (id % 10 === 0) throw new Error('no database');
        return `order ${id}`;
      },
    },
  },
});

const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
console.log(new URL(url).port);
