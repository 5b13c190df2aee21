import type { Block } from '@sekisho/cards';
import type { Language } from '@sekisho/contract';
import { formatDuration, uiOf, verbTitle } from '@sekisho/words';
import { say } from './words.ts';

/** What the button on a card extends by; the menu beside it has the others. */
export const oneClickExtension = '30m';
const otherExtensions = [15 * 60, 3600, 2 * 3600, 4 * 3600];

type GivingBack = 'ops.stop' | 'access.return' | 'ci.stop';
type Json = Readonly<Record<string, unknown>>;

/** Adds to a card's buttons what Slack alone offers: a question before a return, a menu of extensions. */
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
  const id = button['action_id'];
  if (id === 'ops.stop' || id === 'access.return' || id === 'ci.stop') {
    return [{ ...button, confirm: confirmReturn(id, button, language) }];
  }
  if (id === 'ops.extend' || id === 'access.extend' || id === 'ci.extend') {
    const title = `${verbTitle('ops.extend', language)} +${formatDuration(1800, language)}`;
    return [{ ...button, text: plain(title) }, menu(id, String(button['value']), language)];
  }
  return [button];
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
function menu(verb: string, lease: string, language: Language): Json {
  const spans = otherExtensions.map((seconds) => ({
    text: plain(`${verbTitle('ops.extend', language)} +${formatDuration(seconds, language)}`),
    value: `${lease} ${seconds}s`,
  }));
  const other = { text: plain(say(language, 'Another span…', 'ほかの時間…')), value: `${lease} ?` };
  return { type: 'overflow', action_id: `${verb}.other`, options: [...spans, other] };
}

function plain(text: string) {
  return { type: 'plain_text', text, emoji: false };
}
