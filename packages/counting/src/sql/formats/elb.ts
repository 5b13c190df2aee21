import type { Needs } from '../../lines/log-event.ts';
import { textColumn } from '../condition.ts';
import type { Dialect } from '../dialect.ts';
import { microseconds, secondsColumns } from '../durations.ts';
import { hourMinute, isoDate, secondsGroups } from '../patterns.ts';
import type { Step } from '../steps.ts';
import type { FormatPlan } from './plan.ts';
import { requestSteps } from './request.ts';

const parts = ['sending', 'working', 'answering'] as const;
const agent = '\\A(?:[^"]|"+[^" ])*"+ "((?:[^"]|"+[^" ])*"*?)(?:"(?: |\\z)|\\z)';

/** Lines of Elastic Load Balancing (see `createElbReader`). */
export function elbPlan({ typed }: { readonly typed: boolean }): FormatPlan {
  return (needs, dialect) => {
    const duration = needs.latency ? `(?:-1?|${secondsGroups})` : '[^ ]+';
    const pattern = [
      `\\A${typed ? '[^ ]+ ' : ''}(${isoDate}T${hourMinute}):[0-5][0-9](?:\\.[0-9]+)?Z [^ ]+`,
      '([^ ]+?)(?::[^ :]*)? [^ ]+',
      `${duration} ${duration} ${duration}`,
      '([0-9]{3})(?: ([\\s\\S]*))?\\z',
    ].join(' ');
    const names = [
      'time_text',
      textColumn('client'),
      ...(needs.latency ? parts.flatMap(secondsColumns) : []),
      'status_text',
      'rest_text',
    ];
    const steps: readonly Step[] = [
      { captures: { column: 'line_text', pattern, names } },
      {
        columns: [
          ['minute', "CASE WHEN time_text = '' THEN NULL ELSE time_text || ':00Z' END"],
          ['status', dialect.integer('status_text')],
          ...(needs.latency ? [['latency', latencySql(dialect)] as const] : []),
        ],
      },
      ...textSteps(needs),
    ];
    return { steps, key: 'minute', finish: [] };
  };
}

/** The sum of the three times; NULL when one is unknown. */
function latencySql(dialect: Dialect): string {
  return parts.map((part) => microseconds(part, dialect)).join('\n      + ');
}

/** What is behind the opening quote of the request, and of the agent. */
function textSteps(needs: Needs): readonly Step[] {
  const { fields } = needs;
  if (!(['method', 'host', 'path', 'agent'] as const).some((field) => fields.has(field))) return [];
  const pattern = '\\A[^ ]* [^ ]* [^ ]* "([\\s\\S]*)\\z';
  return [
    { captures: { column: 'rest_text', pattern, names: ['request_text'] } },
    ...requestSteps(needs, 'request_text'),
    ...(fields.has('agent')
      ? [{ captures: { column: 'request_text', pattern: agent, names: [textColumn('agent')] } }]
      : []),
  ];
}
