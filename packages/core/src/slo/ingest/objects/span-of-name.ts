import { minuteOf, type Span } from '@sekisho/objectives/minutes';

/**
 * What the name of a log object says of the time that its events lie in; null when it says nothing.
 *
 * - Load balancers name the end of the interval, `…_20261004T2340Z_…`: of an Application Load Balancer,
 *   whose ids begin with `app.`, it lasts 5 minutes; of a Classic one 5 or 60, which the name does not
 *   say, so that only the 5 that are in both are answered.
 * - CloudFront names the hour, `….2026-10-04-23.…`; events of other hours may be among them.
 *
 * Sources: Elastic Load Balancing "Access logs for your Application (Classic) Load Balancer", CloudFront
 * "Standard logging: file name format".
 */
export function spanOfName(format: string, key: string): Span | null {
  const name = key.slice(key.lastIndexOf('/') + 1);
  if (format === 'alb' || format === 'clb') {
    const end = instant(
      /_elasticloadbalancing_.*_(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})Z_/.exec(name),
    );
    return end === null ? null : { from: end - 5, to: end };
  }
  if (format === 'cloudfront') {
    const from = instant(/\.(\d{4})-(\d{2})-(\d{2})-(\d{2})\.[^.]+\.gz$/.exec(name));
    return from === null ? null : { from, to: from + 60 };
  }
  return null;
}

function instant(found: RegExpExecArray | null): number | null {
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  const ms = Date.UTC(year, month - 1, day, hour, minute);
  // A thirteenth month would be taken for the next January.
  const real = new Date(ms).getUTCMonth() === month - 1 && new Date(ms).getUTCDate() === day;
  return real && hour < 24 && minute < 60 ? minuteOf(ms) : null;
}
