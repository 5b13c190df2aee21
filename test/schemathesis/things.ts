import { setTimeout as sleep } from 'node:timers/promises';
import type { InputOf, VerbName } from '@sekisho/contract';
import { verbPath } from '@sekisho/contract/client';
import { callVerb } from '../e2e/support/call-verb.ts';
import type { Practice } from '../e2e/support/practice.ts';

/** What an example says instead, by verb. */
export type Instead = Readonly<Partial<Record<VerbName, object>>>;

interface Described {
  readonly paths: Record<
    string,
    { post?: { requestBody: { content: { 'application/json': { example: object } } } } }
  >;
}

/** Lends, asks and proposes what sre's calls shall meet, waits until it is lent, and answers its ids by verb. */
export async function makeThings(practice: Practice): Promise<Instead> {
  return {
    ...(await makeServers(practice)),
    ...(await makeAccess(practice)),
    ...(await makeMembership(practice)),
    ...(await makeAgreements(practice)),
  };
}

async function makeServers(practice: Practice): Promise<Instead> {
  const ask = (hat: string, environment: string, more: object = {}) =>
    callVerb(practice, hat, 'ops.start', { ...lend, environment, ...more }).then(idOf);
  const used = await ask('sre', 'staging');
  const handed = await ask('engineer', 'sandbox');
  const stopped = await ask('sre', 'sandbox');
  const broken = await ask('sre', 'production', { breakGlass: true });
  for (const id of [used, handed, stopped, broken]) await untilState(practice, id, 'active');
  await callVerb(practice, 'sre', 'ops.stop', { id: broken });
  await untilState(practice, broken, 'ended');
  return {
    ...each(['ops.show', 'ops.connect', 'ops.forward', 'ops.extend', 'ops.hold'], used),
    ...each(['lease.show'], used),
    'ops.handover': { id: handed, to: 'sre2' },
    ...each(['ops.replace'], used),
    ...each(['ops.stop'], stopped),
    ...each(['lease.review'], broken),
    ...each(['lease.approve'], await ask('engineer', 'production')),
    ...each(['lease.withdraw'], await ask('sre', 'production')),
  };
}

async function makeAccess(practice: Practice): Promise<Instead> {
  const ask = (hat: string, permissionSet: string, account: string) =>
    callVerb(practice, hat, 'access.request', { permissionSet, account, ...lend }).then(idOf);
  const used = await ask('sre', 'PowerUserAccess', 'sandbox');
  const returned = await ask('sre', 'ReadOnly', 'staging');
  for (const id of [used, returned]) await untilState(practice, id, 'active');
  return {
    ...each(['access.show', 'access.extend'], used),
    ...each(['access.return'], returned),
    ...each(['lease.deny'], await ask('engineer', 'ReadOnly', 'production')),
  };
}

async function makeMembership(practice: Practice): Promise<Instead> {
  // The engineer's own calls may have asked for it: nobody has two of one team.
  const [mine] = await callVerb(practice, 'engineer', 'membership.list', { person: 'engineer' });
  const wish = { team: 'sre', reason: 'a try' };
  const lease = mine ?? (await callVerb(practice, 'engineer', 'membership.request', wish));
  const id = idOf(lease);
  if (lease.state === 'requested') await callVerb(practice, 'sre', 'lease.approve', { id });
  await untilState(practice, id, 'active');
  return {
    ...each(['membership.show', 'membership.journal'], id),
    'membership.extend': { id, for: '1d' },
    'membership.check': { id, item: 'runbooks', done: true },
  };
}

async function makeAgreements(practice: Practice): Promise<Instead> {
  const propose = (id: string) =>
    callVerb(practice, 'engineer', 'slo.propose', { id, target: 99, reason: 'a try' }).then(idOf);
  const span = { from: inHours(-3), to: inHours(-2), reason: 'a try' };
  const correct = { slos: ['shop-availability'], ...span };
  return {
    ...each(['slo.accept'], await propose('shop-availability')),
    ...each(['slo.decline'], await propose('shop-latency')),
    'slo.correct': span,
    ...each(['slo.uncorrect'], idOf(await callVerb(practice, 'sre', 'slo.correct', correct))),
    // Examples of the document grow old; this one must lie ahead.
    'slo.review-action': { due: inHours(30 * 24) },
    ...each(['token.revoke'], await callVerb(practice, 'sre', 'token.create', tokenOf).then(idOf)),
  };
}

const lend = { for: '30m', reason: 'a try' };
const tokenOf: InputOf<'token.create'> = { name: 'a try', scopes: ['ops.list'], expires: '1d' };

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

function idOf(made: object): string {
  if ('id' in made && typeof made.id === 'string') return made.id;
  throw new Error(`No id: ${JSON.stringify(made).slice(0, 200)}`);
}

async function untilState(practice: Practice, id: string, state: string): Promise<void> {
  const seconds = 60;
  for (let left = seconds * 4; left > 0; left -= 1) {
    if ((await callVerb(practice, 'sre', 'lease.show', { id })).state === state) return;
    await sleep(250);
  }
  throw new Error(`${id} did not become ${state} within ${seconds} seconds.`);
}

function each(verbs: readonly VerbName[], id: string): Instead {
  return Object.fromEntries(verbs.map((verb) => [verb, { id }]));
}

/** The document as the server serves it, with examples that name these things. */
export function withThings(document: object, things: Instead): object {
  const copy = structuredClone(document) as Described;
  for (const [verb, instead] of Object.entries(things)) {
    const content = copy.paths[verbPath(verb)]?.post?.requestBody.content['application/json'];
    if (content === undefined) throw new Error(`The document lacks ${verb}.`);
    content.example = { ...content.example, ...instead };
  }
  return copy;
}
