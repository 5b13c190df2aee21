import type { AlertPolicy, Tier } from '@sekisho/objectives/alerts';
import { parseDuration } from '@sekisho/words';

/* What annotations say about alerts; null when the text is not understood. */

/** `page 1h/5m 2%, ticket 3d/6h 10%`: windows, and the share of the budget that goes in the longer. */
export function readTiers(text: string): readonly Tier[] | null {
  return readList(text, (part) => {
    const pattern = /^(page|ticket)\s+(\w+)\s*\/\s*(\w+)\s+(\S+)$/;
    const [, severity, longText = '', shortText = '', shareText = ''] = pattern.exec(part) ?? [];
    const [long, short, share] = [minutes(longText), minutes(shortText), percent(shareText)];
    if (severity === undefined || long === null || short === null || share === null) return null;
    const name = `${severity}-${longText}-${shortText}`;
    return { name, severity: severity as Tier['severity'], long, short, share };
  });
}

/** `75%, 100%`, or `off`. */
export function readSpent(text: string): readonly number[] | null {
  return text.trim() === 'off' ? [] : readList(text, percent);
}

/** `10% in 1h, 30% in 1d`. */
export function readDrops(text: string): AlertPolicy['drops'] | null {
  return readList(text, (part) => {
    const [, shareText = '', spanText = ''] = /^(\S+)\s+in\s+(\w+)$/.exec(part) ?? [];
    const [share, span] = [percent(shareText), minutes(spanText)];
    return share === null || span === null ? null : { share, minutes: span };
  });
}

/** `below 50% in 30m`, or `off`; undefined when not understood. */
export function readNoData(text: string): AlertPolicy['noData'] | undefined {
  if (text.trim() === 'off') return null;
  const [, shareText = '', spanText = ''] = /^below\s+(\S+)\s+in\s+(\w+)$/.exec(text.trim()) ?? [];
  const [below, span] = [percent(shareText), minutes(spanText)];
  return below === null || span === null ? undefined : { below, minutes: span };
}

/** `1%`: how often chance alone may look as bad; or `off`. Undefined when not understood. */
export function readGuardWords(text: string): AlertPolicy['guard'] | undefined {
  if (text.trim() === 'off') return null;
  const alpha = percent(text.trim());
  return alpha === null || alpha >= 1 ? undefined : { alpha };
}

function readList<Item>(text: string, read: (part: string) => Item | null): readonly Item[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  if (parts.length > 20) return null;
  const items = parts.map(read);
  const sound = items.filter((item) => item !== null);
  return sound.length === items.length ? (sound as readonly Item[]) : null;
}

/** A share above 0 and at most 1, from `2%` or `2.5 %`. */
function percent(text: string): number | null {
  const [, number] = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(text) ?? [];
  const share = Number((Number(number) / 100).toPrecision(15));
  return number !== undefined && share > 0 && share <= 1 ? share : null;
}

function minutes(text: string): number | null {
  const seconds = parseDuration(text);
  return seconds === null || seconds % 60 !== 0 ? null : seconds / 60;
}
