import { mostChanges } from '@sekisho/cards';
import type { Change, OpsLease, OutputOf, SloPage } from '@sekisho/contract';
import { figuresIn, pictureLabels } from '@sekisho/words/slo';
import { momentOf, wallTime } from '@sekisho/words/time';
import type { Reader } from '../reader.ts';
import type { LanesPicture, PictureLane, PictureSpan } from './lanes-picture.ts';

const minute = 60_000;
const hour = 60 * minute;
const mostLanes = 5;
/** Hours before it fired, and the most that are drawn of one that stays on. */
const before = 3 * hour;
const longest = 9 * hour;

type History = Pick<OutputOf<'slo.history'>, 'points' | 'bucketMinutes'>;

/** The time that the picture of a page covers: the hours before it fired, and until it was over. */
export function pictureSpan({ firedAt, resolvedAt }: SloPage): PictureSpan {
  const fired = Date.parse(firedAt);
  const end = resolvedAt === null ? fired : Date.parse(resolvedAt);
  return { from: fired - before, to: Math.min(end, fired + longest) + 2 * minute };
}

/** Makes the picture of a page from what the house knows of those hours. */
export function pictureOfPage(
  page: SloPage,
  history: History,
  leases: readonly OpsLease[],
  reader: Reader,
): LanesPicture {
  const { language, timeZone } = reader;
  const span = pictureSpan(page);
  const points = history.points.map(({ at, good, bad }) => ({ to: Date.parse(at), good, bad }));
  const target = page.why.budget?.target ?? page.why.burn?.threshold ?? 0.999;
  return {
    ...span,
    title: `${page.slo}  ${figuresIn('en').target(target)}  ${dayOf(span.to, timeZone)}`,
    labels: pictureLabels(language),
    points,
    bucketMs: history.bucketMinutes * minute,
    budgetShare: Math.max(1 - target, 1e-9),
    factor: page.why.burn?.factor ?? null,
    beganAt: Date.parse(page.why.beganAt ?? page.firedAt),
    firedAt: Date.parse(page.firedAt),
    resolvedAt: page.resolvedAt === null ? null : Date.parse(page.resolvedAt),
    lanes: lanesOf(page, leases, span),
    ticks: ticksOf(span, timeZone),
  };
}

/** Environments that somebody had something in or that changed, the service itself, and the alert. */
function lanesOf(page: SloPage, leases: readonly OpsLease[], span: PictureSpan): PictureLane[] {
  const numbered = page.changed.map((change, index) => ({
    lane: laneOf(change, page),
    mark: { at: Date.parse(change.at), number: index < mostChanges ? index + 1 : null },
  }));
  const names = new Set([
    ...leases.map(({ environment }) => environment),
    ...numbered.map(({ lane }) => lane),
  ]);
  const lanes = [...names].slice(0, mostLanes).map(
    (name): PictureLane => ({
      ...{ name, kind: 'leases' },
      bars: leases
        .filter(({ environment }) => environment === name)
        .flatMap((lease) => barOf(lease, span)),
      marks: numbered.filter(({ lane }) => lane === name).map(({ mark }) => mark),
    }),
  );
  const to = page.resolvedAt === null ? span.to : Date.parse(page.resolvedAt);
  const alert = { from: Date.parse(page.firedAt), to };
  return [...lanes, { name: '▲', kind: 'alert', bars: [alert], marks: [] }];
}

function laneOf({ environment, service }: Change, page: SloPage): string {
  return environment ?? (service === null ? 'sekisho' : page.service);
}

function barOf({ readyAt, endedAt, deadline }: OpsLease, span: PictureSpan): PictureSpan[] {
  if (readyAt === null) return [];
  const from = Date.parse(readyAt);
  const to = endedAt ?? deadline;
  const bar = { from, to: to === null ? span.to : Math.min(Date.parse(to), span.to) };
  return bar.to > span.from && bar.from < span.to ? [bar] : [];
}

/** Whole hours, or half ones of a short span, by the wall clock of the reader. */
function ticksOf({ from, to }: PictureSpan, timeZone: string): LanesPicture['ticks'] {
  const step = to - from > 6 * hour ? 2 * hour : to - from > 3.5 * hour ? hour : hour / 2;
  const wall = wallTime(new Date(from), timeZone);
  const midnight = momentOf({ ...wall, hour: 0, minute: 0, second: 0 }, timeZone).getTime();
  const first = midnight + Math.ceil((from - midnight) / step) * step;
  const ticks: { at: number; label: string }[] = [];
  for (let at = first; at <= to; at += step) ticks.push({ at, label: clockOf(at, timeZone) });
  return ticks;
}

function clockOf(at: number, timeZone: string): string {
  const { hour: hours, minute: minutes } = wallTime(new Date(at), timeZone);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function dayOf(at: number, timeZone: string): string {
  const { year, month, day } = wallTime(new Date(at), timeZone);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
