// What a rule may hold. The library takes values out of range in silence, so they are judged here first.
const whole = (text: string) => (/^[+-]?\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
const within = (least: number, most: number) => (text: string) =>
  text.split(',').every((each) => whole(each) >= least && whole(each) <= most);
const eitherSide = (most: number) => (text: string) =>
  text.split(',').every((each) => Math.abs(whole(each)) >= 1 && Math.abs(whole(each)) <= most);
const matching = (pattern: RegExp) => (text: string) => pattern.test(text);

const parts: Readonly<Record<string, (value: string) => boolean>> = {
  FREQ: matching(/^(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)$/),
  INTERVAL: within(1, 9999),
  COUNT: within(1, 9999),
  UNTIL: matching(/^\d{8}(T\d{6}Z?)?$/),
  BYMONTH: within(1, 12),
  BYWEEKNO: eitherSide(53),
  BYYEARDAY: eitherSide(366),
  BYMONTHDAY: eitherSide(31),
  BYDAY: matching(
    /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*$/,
  ),
  BYHOUR: within(0, 23),
  BYMINUTE: within(0, 59),
  BYSETPOS: eitherSide(366),
  WKST: matching(/^(MO|TU|WE|TH|FR|SA|SU)$/),
};

/**
 * The first part of an RRULE value that cannot stand, or null when all can.
 *
 * Finer than hourly is refused: a correction of minutes is a span, not a crowd of them.
 */
export function ruleComplaint(rule: string): string | null {
  const seen = new Set<string>();
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...more] = part.split('=');
    const allowed = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (allowed === undefined || more.length > 0 || seen.has(name) || !allowed(value)) return part;
    seen.add(name);
  }
  return seen.has('FREQ') && !(seen.has('COUNT') && seen.has('UNTIL')) ? null : rule;
}
