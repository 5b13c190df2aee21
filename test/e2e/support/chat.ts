import type { Locator, Page } from 'playwright-core';

/** Practice Slack in the console, in Japanese. */
export interface Chat {
  /** Types a line and sends it with Enter. */
  say(line: string): Promise<void>;
  /** The message with a time stamp of Slack's: the same one however often it is edited. */
  message(ts: string): Locator;
  /** The card of a lease in the channel: not the copy that only its requester sees. */
  card(lease: string): Locator;
  /** What is shown to nobody but this person. */
  whispers(): Locator;
  readonly log: Locator;
}

/** Opens the page Chat by its link. */
export async function openChat(page: Page): Promise<Chat> {
  await page.getByRole('link', { name: 'チャット' }).click();
  const box = page.getByRole('textbox', { name: 'メッセージまたはコマンド' });
  const log = page.getByRole('log', { name: 'メッセージ' });
  const onlyMe = page.getByText('あなたにだけ表示されています');
  await box.waitFor();
  return {
    log,
    async say(line) {
      await box.fill(line);
      await box.press('Enter');
    },
    message: (ts) => log.locator(`[data-ts="${ts}"]`),
    card: (lease) =>
      log
        .getByRole('article')
        .filter({ hasText: lease, hasNot: onlyMe })
        .filter({ has: page.getByRole('link', { name: 'コンソールで開く' }) }),
    whispers: () => log.getByRole('article').filter({ has: onlyMe }),
  };
}
