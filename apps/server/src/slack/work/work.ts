import { AppError } from '@sekisho/core';
import { oneClick } from '../buttons.ts';
import type { IncomingAction, IncomingSubmission } from '../come-in/incoming.ts';
import { planCommand } from '../commands/plan.ts';
import { explainCode, inWordsOfForm } from '../failure.ts';
import { isChecklist, workOnChecklist } from '../first-things.ts';
import { checkForm, peopleIn } from '../forms/check-form.ts';
import { fillForm, isLive } from '../forms/fill-form.ts';
import { isForm, memoryOf } from '../forms/form.ts';
import { publishHome } from '../home.ts';
import { type Message, markdownMessage, together } from '../message.ts';
import type { Parts } from '../parts.ts';
import { helpText } from '../words.ts';
import { inputFor, verbFor } from './by-kind.ts';
import type { Job } from './job.ts';
import { isChoice, ownLease, type Said } from './own-lease.ts';
import { personMeant } from './references.ts';
import { shownAnswer } from './shown-answer.ts';

/** Does what came in; the answer for the person alone, or null when what they see changes by itself. */
export async function work(parts: Parts, job: Job): Promise<Message | null> {
  const { incoming } = job;
  switch (incoming.kind) {
    case 'command':
      return workOnCommand(parts, job, incoming.command, incoming.text);
    case 'submission':
      return workOnSubmission(parts, job, incoming);
    case 'action':
      return workOnAction(parts, job, incoming);
    case 'home':
      parts.homes.set(incoming.user, parts.house.clock.now().getTime());
      await publishHome(parts, incoming.user, job.person);
      return null;
  }
}

async function workOnCommand(
  parts: Parts,
  job: Job,
  command: string,
  text: string,
): Promise<Message | null> {
  const { environments, slos, services } = parts.house.config();
  const names = { slos: slos.map(({ id }) => id), services: Object.keys(services) };
  const plan = planCommand(command, text, Object.keys(environments), names);
  const help = markdownMessage(helpText(job.reader.language));
  switch (plan.do) {
    case 'help':
      return help;
    case 'unknown':
      return together(explainCode('unknown-verb', { value: plan.word }, job.reader), help);
    case 'form':
      return null;
    case 'verb':
      return callAndShow(parts, job, plan);
  }
}

async function callAndShow(parts: Parts, job: Job, said: Said): Promise<Message> {
  const { verb } = said;
  const named = { ...said, input: await personMeant(parts, job, ownSessions(job, said)) };
  const input = await ownLease(parts, job, named);
  if (isChoice(input)) return input.choose;
  const meant = verbFor(verb, input);
  const output = await parts
    .call(meant, job.context, inputFor(meant, input))
    .catch((error: unknown) => {
      throw inWordsOfForm(error, meant, job.reader.language);
    });
  return shownAnswer(meant, output, job.reader, input);
}

/** Sessions of nobody and nothing in particular are one's own. */
function ownSessions({ person }: Job, { verb, input }: Said): Said['input'] {
  const isNarrow = ['lease', 'environment', 'person'].some((field) => field in input);
  return verb !== 'ops.sessions' || isNarrow ? input : { ...input, person: person.id };
}

async function workOnSubmission(
  parts: Parts,
  job: Job,
  incoming: IncomingSubmission,
): Promise<Message | null> {
  const { form } = incoming;
  if (!isForm(form)) return null;
  const { house } = parts;
  const people = await peopleIn(house, form, incoming);
  const check = { config: house.config(), person: job.person, people, now: house.clock.now() };
  const checked = checkForm(form, incoming, check);
  // It was right when it was acknowledged: the configuration changed since.
  if ('errors' in checked) throw new AppError('changed-meanwhile', { id: form });
  const output = await parts.call(form, job.context, checked.input);
  return shownAnswer(form, output, job.reader);
}

/** Buttons named after a verb take an id and nothing more. */
const plainButtons = [
  'lease.approve',
  'lease.withdraw',
  'ops.connect',
  'ops.replace',
  'ops.stop',
  'access.return',
  'ci.stop',
  'membership.return',
  'slo.acknowledge',
  'slo.accept',
] as const;

/** Each with a menu of other spans beside it. */
const extending = ['ops.extend', 'access.extend', 'ci.extend', 'membership.extend'] as const;

async function workOnAction(
  parts: Parts,
  job: Job,
  incoming: IncomingAction,
): Promise<Message | null> {
  const { id, value, view } = incoming;
  if (id.startsWith('form.') && view !== null && isLive(view.form)) {
    const values = Object.entries(incoming.values).map(([name, given]) => [name, given.value]);
    await fillForm(parts, job.person, {
      form: view.form,
      viewId: view.id,
      memory: memoryOf(view.metadata),
      values: Object.fromEntries(values) as Record<string, string>,
      incoming,
    });
    return null;
  }
  if (id === 'home.refresh') {
    await publishHome(parts, incoming.user, job.person);
    return null;
  }
  if (isChecklist(id)) {
    await workOnChecklist(parts, job, incoming);
    await publishHome(parts, incoming.user, job.person);
    return null;
  }
  const verb = plainButtons.find((name) => name === id);
  if (verb !== undefined) return callAndShow(parts, job, { verb, input: { id: value } });
  const extend = extending.find((name) => id === name || id === `${name}.other`);
  if (extend === undefined) return null;
  if (id === extend) {
    return callAndShow(parts, job, { verb: id, input: { id: value, by: oneClick[id] } });
  }
  const [lease, by] = value.split(' ');
  return callAndShow(parts, job, { verb: extend, input: { id: lease, by } });
}
