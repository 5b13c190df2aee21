import type { Block } from '@sekisho/cards';
import type { Language, MembershipLease } from '@sekisho/contract';
import { cut } from '@sekisho/words';
import { membershipWordsIn } from '@sekisho/words/membership';
import { ask, type Parts } from './parts.ts';
import type { Job } from './work/job.ts';

/** Slack's most for one group of boxes. */
const mostBoxes = 10;
const action = 'membership.check';

/** The first things of a membership, as boxes to tick; Slack shows ten in a group. */
export function checklistBlocks(lease: MembershipLease, language: Language): Block[] {
  const { checklist, id, state } = lease;
  if (checklist.length === 0 || state !== 'active') return [];
  const words = membershipWordsIn(language);
  const done = checklist.filter((item) => item.done !== null).length;
  const head = `${words.firstThings}: ${words.done(done, checklist.length)}`;
  return [
    { type: 'context', elements: [plain(head)] },
    ...chunksOf(checklist).map((items, chunk): Block => {
      const options = items.map(({ id: value, title, link, done: checked }) => ({
        ticked: checked !== null,
        option: {
          text: plain(title[language], 75),
          value,
          ...(link === null ? {} : { description: plain(link, 75) }),
        },
      }));
      const ticked = options.filter((one) => one.ticked).map(({ option }) => option);
      const element = {
        type: 'checkboxes',
        action_id: `${action} ${id} ${chunk}`,
        options: options.map(({ option }) => option),
        ...(ticked.length === 0 ? {} : { initial_options: ticked }),
      };
      // Slack keeps what was ticked in a block of the same name, whatever is published after.
      const drawn = ticked.map(({ value }) => ` ${value}`).join('');
      return {
        type: 'actions',
        block_id: cut(`${id} ${chunk}${drawn}`, 255),
        elements: [element],
      };
    }),
  ];
}

function chunksOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / mostBoxes);
  return Array.from({ length: count }, (_, chunk) =>
    items.slice(chunk * mostBoxes, (chunk + 1) * mostBoxes),
  );
}

/** Whether an action is a change of boxes of ours. */
export function isChecklist(id: string): boolean {
  return id.startsWith(`${action} `);
}

/** Brings the first things to what the boxes of one group say now; what did not change is left alone. */
export async function workOnChecklist(
  parts: Parts,
  { context }: Pick<Job, 'context'>,
  { id, value }: { readonly id: string; readonly value: string },
): Promise<void> {
  const [, lease = '', chunk = ''] = id.split(' ');
  const ticked = new Set(value.split(' '));
  const { idempotencyKey, ...reading } = context;
  await parts.turns.take(`checklist ${lease}`, async () => {
    const { checklist } = await ask(parts, 'membership.show', reading, { id: lease });
    for (const { id: item, done } of chunksOf(checklist)[Number(chunk)] ?? []) {
      if ((done !== null) === ticked.has(item)) continue;
      const own = { ...context, idempotencyKey: `${idempotencyKey ?? ''} ${item}` };
      await ask(parts, 'membership.check', own, { id: lease, item, done: done === null });
    }
  });
}

function plain(text: string, most = 2_000) {
  return { type: 'plain_text', text: cut(text, most), emoji: false };
}
