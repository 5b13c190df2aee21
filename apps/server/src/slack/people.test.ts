import { expect, test } from 'vitest';
import { startBench, useBenches } from './test/bench.ts';
import { testConfig } from './test/config.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

test('a guest is refused, although somebody put them into the roster, and told what to do', async () => {
  const bench = await startBench();
  await bench.command('U0GUEST', '/ops start staging 1h look');
  await bench.told('U0GUEST', /✕/);
  await bench.command('U0GUEST', '/ops');
  await bench.until(
    async () => (await bench.messages('U0GUEST', 'C0OPS', () => true)).length,
    (count) => count === 2,
  );
  expect(await bench.look('view?user=U0GUEST')).toMatchObject({ view: null });
  expect(bench.core.calls).toEqual([]);
  const guest = { door: 'slack', id: 'T0PRACTICE/U0GUEST', code: 'guest-refused' };
  expect(bench.core.strangers).toEqual([guest, guest]);
});

test('someone who is not in the roster is told which ids an SRE needs to add them, in their language', async () => {
  const bench = await startBench();
  await bench.command('U0SUP', '/ops list');
  const told = await bench.told('U0SUP', /名簿/);
  expect(shown(told)).toMatch(/U0SUP/);
  expect(shown(told)).toMatch(/T0PRACTICE/);
  expect(bench.core.calls).toEqual([]);
  const unknown = { door: 'slack', id: 'T0PRACTICE/U0SUP', code: 'not-in-roster' };
  expect(bench.core.strangers).toEqual([unknown]);
});

test('the same user id in another workspace is somebody else', async () => {
  const people = testConfig.people.map((person) =>
    person.id === 'engineer' ? { ...person, slack: { team: 'T0OTHER', user: 'U0ENG' } } : person,
  );
  const bench = await startBench({ config: { ...testConfig, people } });
  await bench.command('U0ENG', '/ops list');
  await bench.told('U0ENG', /✕/);
  expect(bench.core.calls).toEqual([]);
});
