import type { Needs } from '../../lines/log-event.ts';
import { textColumn } from '../condition.ts';
import type { Dialect } from '../dialect.ts';
import { microseconds, secondsColumns } from '../durations.ts';
import { hourMinute, isoDate, seconds, secondsGroups } from '../patterns.ts';
import type { Step } from '../steps.ts';
import type { FormatPlan } from './plan.ts';
import { requestSteps } from './request.ts';

const parts = ['sending', 'working', 'answering'] as const;
const threeOf = (each: string) => [each, each, each].join(' ');
const agent = '\\A(?:[^"]|"+[^" ])*"+ "((?:[^"]|"+[^" ])*"*?)(?:"(?: |\\z)|\\z)';

/** Lines of Elastic Load Balancing (see `createElbReader`). */
export function elbPlan({ typed }: { readonly typed: boolean }): FormatPlan {
  return (needs, dialect) => {
    const pattern = [
      `\\A${typed ? '[^ ]+ ' : ''}(${isoDate}T${hourMinute}):[0-5][0-9](?:\\.[0-9]+)?Z [^ ]+`,
      '([^ ]+?)(?::[^ :]*)? [^ ]+',
      needs.latency ? `(${threeOf(`(?:-1?|${seconds})`)})` : `(${threeOf('[^ ]+')})`,
      '([0-9]{3})(?: ([\\s\\S]*))?\\z',
    ].join(' ');
    const names = ['time_text', textColumn('client'), 'steps_text', 'status_text', 'rest_text'];
    const steps: readonly Step[] = [
      { captures: { column: 'line_text', pattern, names } },
      {
        columns: [
          ['minute', "CASE WHEN time_text = '' THEN NULL ELSE time_text || ':00Z' END"],
          ['status', dialect.integer('status_text')],
        ],
      },
      ...(needs.latency ? latencySteps(dialect) : []),
      ...textSteps(needs),
    ];
    return { steps, key: 'minute', finish: [] };
  };
}

/** The column `latency`: the sum of the three times; NULL when one is unknown. */
function latencySteps(dialect: Dialect): readonly Step[] {
  const pattern = `\\A${threeOf(`(?:-1?|${secondsGroups})`)}\\z`;
  const names = parts.flatMap(secondsColumns);
  const sum = parts.map((part) => microseconds(part, dialect)).join('\n      + ');
  return [{ captures: { column: 'steps_text', pattern, names } }, { columns: [['latency', sum]] }];
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
