import {
  approvalCard,
  type Block,
  leaseCard,
  pagesCard,
  toBlocks,
  whoHasWhatCard,
} from '@sekisho/cards';
import type { Config, PersonConfig } from '@sekisho/config';
import type { AnyLease, SloPage, VerbName } from '@sekisho/contract';
import { personOfSlack } from '@sekisho/core';
import { verbTitle } from '@sekisho/words';
import type { types } from '@slack/bolt';
import { withChoices } from './buttons.ts';
import { checklistBlocks } from './first-things.ts';
import { known } from './message.ts';
import { ask, type Parts } from './parts.ts';
import { systemContext } from './people.ts';
import { type Reader, readerOf } from './reader.ts';
import { say } from './words.ts';

/** App Home is redrawn on changes for those who opened it within this time. */
const freshMs = 30 * 60_000;
const mostOfEach = 5;
const mostOfOwn = 20;
const mostPages = 10;
/** Those that wait come first among them. */
const mostLooked = 200;

/** Publishes "who has what" for one person: what waits for them, what is theirs, what others have. */
export async function publishHome(parts: Parts, user: string, person: PersonConfig): Promise<void> {
  const { client, house, baseUrl, turns } = parts;
  await turns.take(`home ${user}`, async () => {
    const reader = readerOf(house.config(), person, house.clock.now(), baseUrl);
    const context = systemContext(parts, reader.language);
    const [own, all, pages] = await Promise.all([
      ask(parts, 'lease.list', context, { holder: person.id, limit: mostOfOwn }),
      ask(parts, 'lease.list', context, { limit: mostLooked }),
      ask(parts, 'slo.pages', context, { open: true, limit: mostPages }),
    ]);
    const ids = new Set(own.map(({ id }) => id));
    // What goes with another lease is told by the card of that one.
    const leases = [...own, ...all.filter(({ id }) => !ids.has(id))].filter(
      ({ partOf }) => partOf === undefined,
    );
    const view = {
      type: 'home' as const,
      blocks: homeBlocks(leases, pages, reader, house.config()),
    };
    await client.views.publish({ user_id: user, view });
  });
}

function homeBlocks(
  leases: readonly AnyLease[],
  pages: readonly SloPage[],
  reader: Reader,
  config: Config,
): types.KnownBlock[] {
  const { language, you } = reader;
  const waiting = leases.filter(
    ({ state, approval, requester, approvals }) =>
      state === 'requested' &&
      you !== null &&
      you !== requester &&
      approval.people.includes(you) &&
      !approvals.some(({ approver }) => approver === you),
  );
  const mine = leases.filter((lease) => lease.holder === you && !waiting.includes(lease));
  const cards = [
    ...waiting.slice(0, mostOfEach).map((lease) => approvalCard(lease, reader)),
  ].flatMap((card) => [...toBlocks(card), divider]);
  const own = mine
    .slice(0, mostOfEach)
    .flatMap((lease) => [
      ...toBlocks(leaseCard(lease, reader)),
      ...(lease.kind === 'membership' ? checklistBlocks(lease, language) : []),
      divider,
    ]);
  const others = toBlocks(whoHasWhatCard(leases, reader));
  const told = pages.filter(({ untold }) => untold === null);
  const firing = told.length === 0 ? [] : toBlocks(pagesCard(told, reader));
  const all = [startButtons(reader, config), ...firing, ...cards, ...own, ...others];
  return known(withChoices(all, language).slice(0, 100));
}

const divider: Block = { type: 'divider' };

function startButtons({ language }: Reader, { access, memberships }: Config): Block {
  const text = { type: 'plain_text', text: verbTitle('ops.start', language), emoji: false };
  const element = { type: 'button', action_id: 'home.start', style: 'primary', text };
  const more = {
    type: 'button',
    action_id: 'home.refresh',
    text: { ...text, text: say(language, 'Refresh', '更新') },
  };
  const button = (action: string, verb: VerbName) => ({
    type: 'button',
    action_id: action,
    text: { ...text, text: verbTitle(verb, language) },
  });
  const asks = [
    ...(access === null ? [] : [button('home.access', 'access.request')]),
    ...(memberships.length === 0 ? [] : [button('home.join', 'membership.request')]),
  ];
  return { type: 'actions', elements: [element, ...asks, more] };
}

/** Redraws the homes of those who looked lately. A home that cannot be drawn does not hold up the rest. */
export async function refreshHomes(parts: Parts): Promise<void> {
  const { homes, house, logger } = parts;
  const since = house.clock.now().getTime() - freshMs;
  const team = house.config().slack?.team ?? '';
  for (const [user, seen] of homes) {
    const person = await personOfSlack(house, { team, user });
    if (seen < since || person === undefined) homes.delete(user);
    else {
      await publishHome(parts, user, person).catch((error: unknown) =>
        logger.warn({ err: error, user }, 'an App Home was not redrawn'),
      );
    }
  }
}
