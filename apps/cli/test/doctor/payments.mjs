// A service that counts only what failed.
import { createServer } from 'node:http';
import client from 'prom-client';

const errors = new client.Counter({
  name: 'payment_errors_total',
  help: 'Payments that failed.',
});

const server = createServer((request, response) => {
  if (request.url === '/metrics') {
    void client.register.metrics().then((text) => response.end(text));
    return;
  }
  const failed = Number(request.url.split('/').at(-1)) % 10 === 0;
  if (failed) errors.inc();
  response.statusCode = failed ? 503 : 200;
  response.end();
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
