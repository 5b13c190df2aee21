import { type Block, escapeSlack } from '@sekisho/cards';
import type { Language, VerbName } from '@sekisho/contract';
import manifest from '@sekisho/contract/manifest.json' with { type: 'json' };
import { cut, uiOf, verbTitle } from '@sekisho/words';
import type { types } from '@slack/bolt';
import { say } from '../words.ts';
import { type Field, plain } from './element.ts';

/** What a form remembers besides its fields. */
export interface FormMemory {
  /** Where it was opened, to answer there. */
  readonly channel: string | null;
  readonly id?: string;
  readonly mayBreakGlass?: boolean;
}

export interface SlackView {
  readonly type: 'modal';
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: ReturnType<typeof plain>;
  readonly submit: ReturnType<typeof plain>;
  readonly close: ReturnType<typeof plain>;
  readonly blocks: Block[];
}

/** Forms that can be submitted; each is named after its verb. */
export const forms = [
  'ops.start',
  'access.request',
  'membership.request',
  'membership.extend',
  'access.extend',
  'ci.extend',
  'ops.extend',
  'ops.hold',
  'ops.handover',
  'lease.deny',
  'lease.review',
  'slo.propose',
  'slo.decline',
] as const satisfies readonly VerbName[];
export type FormName = (typeof forms)[number];

export function isForm(name: string): name is FormName {
  return (forms as readonly string[]).includes(name);
}

/** Fields of a form in the contract's order; the lease, proposal or correction is remembered, not asked. */
export function fieldsOf(verb: VerbName): readonly Field[] {
  const declared = manifest.find(({ name }) => name === verb);
  return ((declared?.fields ?? []) as readonly Field[]).filter(
    ({ format }) => format !== 'lease' && format !== 'agreement',
  );
}

/** A modal named after a verb. */
export function formView(
  verb: FormName,
  memory: FormMemory,
  blocks: readonly Block[],
  language: Language,
): SlackView {
  const send =
    verb === 'ops.start' || verb === 'access.request' || verb === 'membership.request'
      ? uiOf(language).ask.send
      : verbTitle(verb, language);
  return {
    type: 'modal',
    callback_id: verb,
    private_metadata: JSON.stringify(memory),
    title: short(verbTitle(verb, language)),
    submit: short(send),
    close: short(say(language, 'Cancel', 'キャンセル')),
    blocks: [...blocks],
  };
}

/** Reads what a form remembers; a form that is not ours remembers nothing. */
export function memoryOf(metadata: string): FormMemory {
  try {
    const read: unknown = JSON.parse(metadata);
    if (typeof read === 'object' && read !== null && 'channel' in read) return read as FormMemory;
  } catch {
    // Not JSON: not ours.
  }
  return { channel: null };
}

export function textBlock(text: string): Block {
  return { type: 'section', text: { type: 'mrkdwn', text: escapeSlack(text), verbatim: true } };
}

function short(text: string) {
  return { ...plain(text), text: cut(text, 24) };
}

/** A view of ours as Bolt's types know it; practice Slack checks it against the published limits. */
export function toModal(view: SlackView): types.ModalView {
  return view as unknown as types.ModalView;
}
