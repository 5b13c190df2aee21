// A service that measures itself badly, as many do: for `sekisho slo doctor` to find out.
import { createServer } from 'node:http';
import { Counter, register, Summary } from 'prom-client';

const requests = new Counter({
  name: 'http_requests_total',
  help: "Requests, and who's asking.",
  labelNames: ['method', 'path'],
});

const duration = new Summary({
  name: 'http_request_duration_seconds',
  help: 'How long requests took.',
  percentiles: [0.5, 0.9, 0.99],
  maxAgeSeconds: 600,
  ageBuckets: 5,
});

const server = createServer((req, res) => {
  if (req.url === '/metrics') {
    res.setHeader('content-type', register.contentType);
    void register.metrics().then((text) => res.end(text));
    return;
  }
  requests.inc({ method: req.method, path: req.url });
  const order = Number(req.url.split('/').at(-1));
  duration.observe(order % 4 === 0 ? 0.4 : 0.1);
  res.statusCode = order % 10 === 0 ? 500 : 200;
  res.end(`order ${order}\n`);
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
