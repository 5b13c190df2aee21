import { expect, test } from 'vitest';
import { startBench, useBenches } from './test/bench.ts';
import { firedPage } from './test/slo-page.ts';

useBenches();

test('promises can be asked after in chat, and the help says how', async () => {
  const bench = await startBench();
  await bench.command('U0SRE', '/sekisho slo');
  await bench.told('U0SRE', /SLO はまだありません/);
  await bench.command('U0SRE', '/sekisho slo help');
  await bench.told('U0SRE', /\/sekisho slo 一覧.*\/sekisho slo checkout/s);
});

test('what fires stands on the home of whoever looks, and goes when somebody took it', async () => {
  const bench = await startBench();
  bench.core.paging(firedPage());
  await bench.person('home/open', { user: 'U0SRE' });
  const blocks = () =>
    bench.look('home?user=U0SRE').then(({ view }) => JSON.stringify(view ?? null));
  await bench.until(blocks, (text) => /SLO のアラート.*Shop answers/s.test(text));
  expect(await blocks()).toMatch(/slo\.acknowledge/);
  const acknowledged = { acknowledgedBy: 'sre2', acknowledgedAt: '2026-10-04T03:12:00.000Z' };
  bench.core.paging(firedPage({ ...acknowledged, revision: 2 }));
  await bench.settle();
  await bench.until(blocks, (text) => !text.includes('slo.acknowledge'));
});
