import type { VerbName } from '@sekisho/contract';
import { chat } from '@sekisho/core';
import { answer } from './answer.ts';
import type { Incoming } from './come-in/incoming.ts';
import { planCommand } from './commands/plan.ts';
import { explainCode } from './failure.ts';
import { accessForm } from './forms/access-form.ts';
import { fillForm, isLive } from './forms/fill-form.ts';
import { type FormName, isForm, memoryOf, type SlackView, toModal } from './forms/form.ts';
import { membershipForm } from './forms/membership-form.ts';
import { smallForm } from './forms/small-form.ts';
import { startForm } from './forms/start-form.ts';
import type { Parts } from './parts.ts';
import type { People } from './people.ts';
import { readerOf } from './reader.ts';
import { namesFor } from './work/references.ts';

/** A form that something calls for. */
export interface FormWish {
  readonly form: FormName;
  readonly initial: Readonly<Record<string, string>>;
}

/** The form that a command or a button opens; null when it opens none. */
export function formFor(incoming: Incoming, environments: readonly string[]): FormWish | null {
  if (incoming.kind === 'command') {
    const plan = planCommand(incoming.command, incoming.text, environments);
    return plan.do === 'form' && isForm(plan.verb)
      ? { form: plan.verb, initial: plan.initial }
      : null;
  }
  if (incoming.kind !== 'action') return null;
  const { id, value } = incoming;
  if (id === 'home.start') return { form: 'ops.start', initial: {} };
  if (id === 'home.join') return { form: 'membership.request', initial: {} };
  if (id === 'home.access') return { form: 'access.request', initial: {} };
  const extend = id.replace(/\.other$/, '');
  if (extend !== id && isForm(extend) && value.endsWith(' ?')) {
    const span = extend === 'membership.extend' ? { for: '30d' } : { by: '1h' };
    return { form: extend, initial: { id: value.slice(0, -2), ...span } };
  }
  if (!opening.has(id as VerbName) || !isForm(id)) return null;
  return { form: id, initial: { id: value, ...(id === 'ops.hold' ? { for: '1h' } : {}) } };
}

const opening = new Set<VerbName>([
  'lease.deny',
  'lease.review',
  'ops.hold',
  'ops.handover',
  'slo.decline',
]);

type Beginning = Omit<Parameters<typeof startForm>[0], 'quote'>;

/** The form as it stands before anybody was asked what would come of it. */
function firstView(form: FormName, beginning: Beginning): SlackView {
  const { reader, memory, values } = beginning;
  if (form === 'ops.start') return startForm({ ...beginning, quote: null });
  if (form === 'access.request') return accessForm({ reader, memory, values, possible: null });
  if (form === 'membership.request') {
    return membershipForm({ reader, memory, values, teams: null });
  }
  return smallForm(form, memory, values, reader.language);
}

/**
 * Opens the form while its trigger lives: nothing but Slack is asked before it stands. The quote
 * of a start is filled in after. Errors: throws; the inbox then tells the person to try again.
 */
export async function openForm(
  parts: Parts,
  people: People,
  incoming: Incoming,
  { form, initial }: FormWish,
): Promise<void> {
  const { client, house, baseUrl } = parts;
  const admission = await people.admit(incoming);
  if ('refused' in admission) {
    const { code, facts, language, link } = admission.refused;
    const reader = { language, timeZone: 'UTC', people: [], link };
    await answer(parts, incoming, explainCode(code, facts, reader));
    await chat.finishChatEvent(house, incoming.key);
    return;
  }
  const config = house.config();
  const reader = readerOf(config, admission.person, house.clock.now(), baseUrl);
  const { id, ...values } = await namesFor(house, incoming.team, initial);
  const memory = { channel: incoming.channel, ...(id === undefined ? {} : { id }) };
  const view = firstView(form, { config, reader, memory, values });
  const opened = await client.views.open({
    trigger_id: incoming.trigger ?? '',
    view: toModal(view),
  });
  await chat.finishChatEvent(house, incoming.key);
  if (!isLive(form) || opened.view?.id === undefined) return;
  await fillForm(parts, admission.person, {
    form,
    viewId: opened.view.id,
    memory: memoryOf(view.private_metadata),
    values,
    incoming,
  });
}
