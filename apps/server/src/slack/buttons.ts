import type { Block } from '@sekisho/cards';
import type { Language } from '@sekisho/contract';
import { formatDuration, uiOf, verbTitle } from '@sekisho/words';
import { say } from './words.ts';

const day = 86_400;

/** What the button on a card extends by, seconds; the menu beside it has the others. */
const extensions = {
  'ops.extend': { usual: 1800, others: [15 * 60, 3600, 2 * 3600, 4 * 3600] },
  'access.extend': { usual: 1800, others: [15 * 60, 3600, 2 * 3600, 4 * 3600] },
  'ci.extend': { usual: 1800, others: [15 * 60, 3600, 2 * 3600, 4 * 3600] },
  'membership.extend': { usual: 30 * day, others: [7 * day, 14 * day, 60 * day, 90 * day] },
} as const;
type Extending = keyof typeof extensions;

/** The same as people write it. */
export const oneClick: Readonly<Record<Extending, string>> = {
  'ops.extend': '30m',
  'access.extend': '30m',
  'ci.extend': '30m',
  'membership.extend': '30d',
};

const givingBack = [
  'ops.replace',
  'ops.stop',
  'access.return',
  'ci.stop',
  'membership.return',
] as const;
type GivingBack = (typeof givingBack)[number];
type Json = Readonly<Record<string, unknown>>;

/** Adds to a card's buttons what Slack alone offers: a question before a return or a replacement, a menu of extensions. */
export function withChoices(blocks: readonly Block[], language: Language): Block[] {
  return blocks.map((block) => {
    if (block.type === 'actions' && Array.isArray(block['elements'])) {
      const elements = (block['elements'] as Json[]).flatMap((one) => elementsFor(one, language));
      return { ...block, elements: elements.slice(0, 25) };
    }
    const accessory = block['accessory'];
    if (typeof accessory !== 'object' || accessory === null) return block;
    return { ...block, accessory: elementsFor(accessory as Json, language)[0] };
  });
}

function elementsFor(button: Json, language: Language): Json[] {
  const id = String(button['action_id']);
  const back = givingBack.find((name) => name === id);
  if (back !== undefined) return [{ ...button, confirm: confirmReturn(back, button, language) }];
  if (!isExtending(id)) return [button];
  const title = by(extensions[id].usual, language);
  return [{ ...button, text: plain(title) }, menu(id, String(button['value']), language)];
}

function isExtending(id: string): id is Extending {
  return Object.hasOwn(extensions, id);
}

function by(seconds: number, language: Language): string {
  return `${verbTitle('ops.extend', language)} +${formatDuration(seconds, language)}`;
}

/** Slack's confirmation: title 100, text 300, buttons 30 characters. */
function confirmReturn(verb: GivingBack, button: Json, language: Language) {
  const { returnTitle, returnMeans } = uiOf(language).lease.returning[verb];
  return {
    title: plain(returnTitle.slice(0, 100)),
    text: plain(`${returnMeans} (${String(button['value'])})`.slice(0, 300)),
    confirm: plain(verbTitle(verb, language).slice(0, 30)),
    deny: plain(say(language, 'Keep it', 'やめる')),
    style: 'danger',
  };
}

/** An overflow menu holds five options. */
function menu(verb: Extending, lease: string, language: Language): Json {
  const spans = extensions[verb].others.map((seconds) => ({
    text: plain(by(seconds, language)),
    value: `${lease} ${seconds}s`,
  }));
  const other = { text: plain(say(language, 'Another span…', 'ほかの時間…')), value: `${lease} ?` };
  return { type: 'overflow', action_id: `${verb}.other`, options: [...spans, other] };
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false };
}
