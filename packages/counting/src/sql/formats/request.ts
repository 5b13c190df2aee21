import type { Needs, TextField } from '../../lines/log-event.ts';
import { textColumn } from '../condition.ts';
import type { Step } from '../steps.ts';

const scheme = '(?:[^/:][^:]*)?://';

/**
 * Method, host and path out of a column that begins right behind the quote that opens a request
 * (see `readRequest`).
 */
export function requestSteps({ fields }: Needs, column: string): readonly Step[] {
  const one = (field: TextField, from: string, pattern: string): readonly Step[] =>
    fields.has(field) ? [{ captures: { column: from, pattern, names: [textColumn(field)] } }] : [];
  const wantsUrl = fields.has('host') || fields.has('path');
  return [
    ...one('method', column, '\\A([^ "]*)'),
    ...(wantsUrl
      ? [
          {
            captures: {
              column,
              pattern: '\\A[^ "]* ([^ ]*?)"?(?: |\\z)',
              names: ['url_text'],
            },
          },
        ]
      : []),
    ...one('host', 'url_text', `\\A${scheme}([^/?]+?)(?::[0-9]*)?(?:[/?]|\\z)`),
    ...one('path', 'url_text', `\\A(?:${scheme}[^/?]*)?([^?#]*)`),
  ];
}
