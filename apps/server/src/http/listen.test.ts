import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';

const balancer = new URL('../../../../deploy/terraform/hub/balancer.tf', import.meta.url);

it('keeps connections for longer than the proxies before it do', async () => {
  const app = { fetch: () => new Response('here') };
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  const answer = await fetch(listening.url);
  await answer.text();
  const kept = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1];
  const idle = /idle_timeout += (\d+)/.exec(readFileSync(balancer, 'utf8'))?.[1];
  expect(Number(kept)).toBeGreaterThan(Number(idle));
  await listening.close(1000);
});
