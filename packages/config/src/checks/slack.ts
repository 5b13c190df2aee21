import type { Parts } from '../parts.ts';
import type { Report } from '../problems/problem.ts';

/** Slack that calls us must know where, and calls only addresses that nobody can listen in on. */
export function checkSlack({ slack, url }: Parts, report: Report): void {
  if (slack?.value.mode !== 'http') return;
  if (url === null) report('http-without-url', ['slack', 'mode'], {});
  else if (!/^https:/i.test(url)) report('http-insecure', ['url'], { value: url });
}
