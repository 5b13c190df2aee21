import { textColumn } from '../condition.ts';
import { microseconds, secondsColumns } from '../durations.ts';
import { hourMinute, isoDate, secondsGroups } from '../patterns.ts';
import type { Step } from '../steps.ts';
import type { FormatPlan } from './plan.ts';

/**
 * Standard logs of CloudFront with the columns of legacy logs: a row of a table does not know the
 * `#Fields:` of its file (see `cloudfront`).
 */
export const cloudfrontPlan: FormatPlan = (needs, dialect) => {
  const time = `(${isoDate})\\t(${hourMinute}):[0-5][0-9]`;
  const head = `${time}\\t[^\\t]*\\t[^\\t]*\\t([^\\t]*)\\t([^\\t]*)\\t[^\\t]*\\t([^\\t]*)\\t([0-9]{3})`;
  const latency = `(?:\\t[^\\t]*){9}\\t(?:-|${secondsGroups})(?:\\t[\\s\\S]*)?`;
  const tail = needs.latency ? `(?:(?:\\t[^\\t]*){0,9}|${latency})` : '(?:\\t[\\s\\S]*)?';
  const texts = ['client', 'method', 'path'] as const;
  const steps: readonly Step[] = [
    { where: `NOT ${dialect.matches('line_text', '\\A#')}` },
    {
      captures: {
        column: 'line_text',
        pattern: `\\A${head}${tail}\\z`,
        names: [
          'date_text',
          'time_text',
          ...texts.map(textColumn),
          'status_text',
          ...(needs.latency ? secondsColumns('taken') : []),
        ],
      },
    },
    ...(['agent', 'host'] as const)
      .filter((field) => needs.fields.has(field))
      .map((field) => ({
        captures: {
          column: 'line_text',
          pattern: `\\A(?:[^\\t]*\\t){${field === 'agent' ? 10 : 15}}([^\\t]*)`,
          names: [textColumn(field)],
        },
      })),
    {
      columns: [
        [
          'minute',
          "CASE WHEN date_text = '' THEN NULL ELSE date_text || 'T' || time_text || ':00Z' END",
        ],
        ['status', dialect.integer('status_text')],
        ...(needs.latency ? [['latency', microseconds('taken', dialect)] as const] : []),
      ],
    },
  ];
  return { steps, key: 'minute', finish: [] };
};
