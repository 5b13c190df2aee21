import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld, turnableClock } from '../../../../test/support/world.ts';
import { roomyConfig } from '../../test/leases.ts';

/** Rules of every sort, so that each way to be refused is met. */
const rules = `policies:
  - id: no-support-by-night
    who: [group:support]
    what: [ops-server]
    where: ['*']
    effect: deny
    when: now.getHours() < 9
  - id: broken-for-long
    who: [role:sre]
    what: [ops-server]
    where: [staging]
    when: request.seconds < 3600 || person.groups[7] == "x"
  - id: short-and-free
    who: [group:engineers, group:sre, group:audit]
    what: [ops-server]
    where: [staging, sandbox]
    when: request.seconds <= 1800 || person.onCall
  - id: agreed
    who: [everyone]
    what: [ops-server]
    where: [production, sandbox]
    maximum: 45m
    approval: { count: 1, from: [group:sre] }
`;
const hours = `workingHours: { days: [mon, tue, wed, thu, fri], from: '08:00', to: '20:00', timeZone: Asia/Tokyo }`;

let world: TestWorld;
const clock = turnableClock();

beforeAll(async () => {
  const config = roomyConfig((yaml) =>
    yaml
      .replace(/^policies:[^]*?(?=^leases:)/m, `${rules}\n`)
      .replace('sizes: [t3.small, m7i.large]', `sizes: [t3.small, m7i.large]\n      ${hours}`),
  );
  world = await createWorld({ database: await openTestDatabase(), config, clock });
});
afterAll(() => world.database.close());

it('policy explain says of anyone, anywhere, for any time, what starting then answers', async () => {
  const verdicts = { approved: 'allowed', requested: 'with-approval' } as Record<string, string>;
  const met = new Set<string>();
  const wishes = fc.record({
    person: fc.constantFrom('sre', 'sre2', 'engineer', 'support', 'auditor'),
    environment: fc.constantFrom('staging', 'production', 'sandbox'),
    minutes: fc.constantFrom(5, 30, 31, 45, 46, 60, 61, 480, 481),
    hoursLater: fc.nat(12),
  });
  await fc.assert(
    fc.asyncProperty(wishes, async ({ person, environment, minutes, hoursLater }) => {
      clock.turn(hoursLater * 3600);
      const asked = { environment, for: `${minutes}m` };
      const [told] = await world.as('auditor', 'policy.explain', { person, ...asked });
      const answer = await world.as(person, 'ops.start', { ...asked, reason: 'try' }).then(
        ({ state }) => verdicts[state],
        (error: { code: string; class: string }) => {
          expect(error.class).toBe('refused');
          met.add(error.code);
          return 'refused';
        },
      );
      met.add(answer ?? '');
      expect(told?.verdict).toBe(answer);
    }),
    { numRuns: 150, seed: 7 },
  );
  expect([...met].sort()).toEqual(
    [
      ...['allowed', 'outside-working-hours', 'policy-broken', 'policy-refused', 'read-only'],
      ...['refused', 'too-long', 'with-approval'],
    ].sort(),
  );
});

it('explains every person in every environment when none is named', async () => {
  const all = await world.as('auditor', 'policy.explain', {});
  expect(all).toHaveLength(15);
  const quote = await world.as('engineer', 'ops.quote', { environment: 'staging', for: '10m' });
  const [one] = await world.as('auditor', 'policy.explain', {
    person: 'taro.suzuki@example.com',
    environment: 'staging',
    for: '10m',
  });
  expect(one).toMatchObject({ person: 'engineer', approval: quote.approval });
});
