import { minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { pictureTopic } from '../../platform/outbox.ts';
import type { Look } from '../evaluate/look.ts';
import type { Happened } from '../evaluate/step-through.ts';
import { sourcesOf } from '../minutes/index.ts';
import { darkSources } from './dark-sources.ts';
import type { PageRow } from './page-row.ts';
import { type DarkSource, explainPage } from './page-why.ts';
import { pageKeys } from './severity.ts';
import { insertPage, isDarkTold, resolveOrphans, setResolved, tellFirstDark } from './store.ts';
import { whatChanged } from './what-changed.ts';

/** What resolved longer ago than this when it is first seen is shown, not told. */
const staleMinutes = 60;

/** Topic of orders that tell people of pages. */
const topic = 'slo';

/** Makes pages of what fired, resolved or came back, with their entries and the orders to tell of them. */
export async function recordHappened(
  tx: Tx,
  look: Look,
  happened: readonly Happened[],
): Promise<void> {
  for (const each of happened) {
    if (each.event.kind === 'fired') await recordFired(tx, look, each, isOver(tx, each, happened));
    else await recordMoved(tx, look, each);
  }
}

/** Whoever was down themselves wakes nobody for what was over long before they were back. */
function isOver({ now }: Tx, { event }: Happened, happened: readonly Happened[]): boolean {
  const before = minuteOf(now.getTime()) - staleMinutes;
  return happened.some(
    ({ event: { kind, key, firedAt, at } }) =>
      kind === 'resolved' && key === event.key && firedAt === event.firedAt && at < before,
  );
}

async function recordFired(tx: Tx, look: Look, happened: Happened, isPast: boolean): Promise<void> {
  const { slo } = look;
  const { event } = happened;
  const severity = event.readings[0]?.severity ?? 'ticket';
  const dark = await darkSource(tx, darkSources(look, happened), severity);
  const { why, began } = explainPage(look, happened, dark);
  const row: PageRow = {
    ...{ id: tx.ids.id('page'), slo: slo.id, service: slo.service, key: event.key, severity },
    ...{ fired_minute: event.firedAt, fired_at: dateOf(event.firedAt), resolved_at: null },
    ...{ acknowledged_at: null, acknowledged_by: null, incident: null },
    ...{
      untold: isPast ? 'past' : whyUntold(look, happened, { severity, dark }),
      refired: 0,
      revision: 1,
    },
    why,
    changed: await whatChanged(tx, slo, { from: began, to: event.at }),
  };
  if (!(await insertPage(tx, row))) return;
  record(tx, 'slo.paged', row);
  if (row.untold === null) tell(tx, row, severity);
}

/** A page that is on tells of the same burn, and one ticket of a source that is dark: another adds nothing. */
function whyUntold(
  { slo }: Look,
  { firing, event, evaluation }: Happened,
  { severity, dark }: { severity: PageRow['severity']; dark: Dark | null },
): PageRow['untold'] {
  if (slo.shadow) return 'shadow';
  if (dark?.isTold === true) return 'same-source';
  const sameCause = evaluation.readings.some(
    ({ key, kind }) => key === event.key && kind !== 'no-data',
  );
  const pages = pageKeys(slo.alerts);
  const paged = firing.some((key) => pages.has(key));
  return severity === 'ticket' && sameCause && paged ? 'page-fires' : null;
}

async function recordMoved(tx: Tx, { slo }: Look, { event }: Happened): Promise<void> {
  const firing = { slo: slo.id, key: event.key, fired_minute: event.firedAt };
  const on = event.kind === 'refired';
  const row = await setResolved(tx, firing, on ? null : dateOf(event.at));
  if (row === undefined) return;
  record(tx, on ? 'slo.refired' : 'slo.resolved', row);
  if (!on && row.untold === null) tell(tx, row, 'resolved');
}

interface Dark extends DarkSource {
  /** Whether a ticket that is open tells of it. */
  readonly isTold: boolean;
}

/** Of several dark sources the first that nobody was told of: each is told of once. */
async function darkSource(
  tx: Tx,
  sources: readonly string[],
  severity: PageRow['severity'],
): Promise<Dark | null> {
  let known: Dark | null = null;
  for (const source of sources) {
    const slos = tx.config.slos.filter((slo) => sourcesOf(slo).includes(source)).length;
    const isTold = await isDarkTold(tx, source, severity);
    if (!isTold) return { source, slos, isTold };
    known ??= { source, slos, isTold };
  }
  return known;
}

/** Tells of a source that is still dark though the ticket that told of it is closed: none is forgotten. */
export async function tellOfDarkSources(tx: Tx): Promise<void> {
  for (const row of await tellFirstDark(tx)) {
    record(tx, 'slo.paged', row);
    tell(tx, row, row.severity);
  }
}

/** Closes what was on for SLOs that are gone from the configuration. */
export async function closePagesExcept(tx: Tx, slos: readonly string[]): Promise<void> {
  for (const row of await resolveOrphans(tx, slos)) {
    record(tx, 'slo.resolved', row);
    if (row.untold === null) tell(tx, row, 'resolved');
  }
}

function record(tx: Tx, action: string, row: PageRow): void {
  const { id, slo, service, key, severity, untold, fired_at: firedAt } = row;
  const data = { slo, key, severity, untold, kind: row.why.kind, firedAt: firedAt.toISOString() };
  tx.record({ action, subject: id, service, data });
}

/**
 * Orders that people be told: `{ kind: 'page' | 'ticket' | 'resolved', slo, page, severity }`. Whoever
 * carries it out reads the page as it is then.
 */
function tell(tx: Tx, page: PageRow, kind: PageRow['severity'] | 'resolved'): void {
  orderTelling(tx, page, kind, page.id);
}

/** Orders that what shows a page be drawn anew: `{ kind: 'changed', … }`; nobody is told. */
export function tellChanged(tx: Tx, page: PageRow): void {
  if (page.untold === null) orderTelling(tx, page, 'changed', `${page.id}:${page.revision}`);
}

/** One order for chat, and one for each channel of alerting: each is tried again by itself. */
function orderTelling(
  tx: Tx,
  { id, slo, severity, why }: PageRow,
  kind: PageRow['severity'] | 'resolved' | 'changed',
  once: string,
): void {
  const payload = { kind, slo, page: id, severity };
  tx.order({ topic, payload, dedupe: `slo:${kind}:${once}` });
  // Where nothing was measured there is nothing to draw; who is on it changes no picture.
  if (why.kind !== 'no-data' && kind !== 'changed')
    tx.order({ topic: pictureTopic, payload, dedupe: `picture:${kind}:${once}` });
  for (const { name, severities } of tx.config.alerting.channels) {
    if (!severities.includes(severity)) continue;
    const dedupe = `alert:${name}:${kind}:${once}`;
    tx.order({ topic: 'alert', payload: { ...payload, channel: name }, dedupe });
  }
}

function dateOf(minute: number): Date {
  return new Date(minute * msPerMinute);
}
