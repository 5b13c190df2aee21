import type { Needs } from '../../lines/log-event.ts';
import { calendarMinuteSteps, minuteTextSteps } from '../calendar.ts';
import { textColumn } from '../condition.ts';
import type { Dialect } from '../dialect.ts';
import { microseconds, secondsColumns } from '../durations.ts';
import { pointedSeconds } from '../patterns.ts';
import type { Step } from '../steps.ts';
import { apacheLocalTime, apacheParts, apacheTime } from './apache-time.ts';
import type { FormatPlan } from './plan.ts';
import { requestSteps } from './request.ts';

/** Access logs of nginx and Apache (see `combined`). */
export const combinedPlan: FormatPlan = (needs, dialect) => ({
  key: 'minute_number',
  finish: minuteTextSteps(dialect),
  steps: [
    {
      captures: {
        column: 'line_text',
        pattern: `\\A[\\s\\S]*?\\[(${apacheTime})\\]${dialect.alphabet.anyByte}"([\\s\\S]*)\\z`,
        names: ['time_text', 'request_text'],
      },
    },
    ...statusSteps,
    { captures: apacheParts('time_text') },
    ...calendarMinuteSteps(apacheLocalTime(dialect), dialect),
    {
      columns: [
        ['status', dialect.integer('status_text')],
        ['minute_number', "CASE WHEN status_text <> '' THEN calendar_minute END"],
      ],
    },
    ...(needs.latency ? latencySteps(dialect) : []),
    ...textSteps(needs),
  ],
});

/** Any text as short as it can be, in which a backslash and what follows it are one. */
const escapedText = '(?:\\\\[\\s\\S]|[^\\\\])*?';

/** Columns `status_text` and `rest_text`: behind the first quote that is not escaped, or else the first of any. */
const statusSteps: readonly Step[] = [
  ...(
    [
      ['escaped', escapedText],
      ['plain', '[\\s\\S]*?'],
    ] as const
  ).map(([name, text]) => ({
    captures: {
      column: 'request_text',
      pattern: `\\A${text}" ([0-9]{3})( [\\s\\S]*)?\\z`,
      names: [`${name}_status`, `${name}_rest`],
    },
  })),
  {
    columns: (['status', 'rest'] as const).map(
      (name) =>
        [
          `${name}_text`,
          `CASE WHEN escaped_status <> '' THEN escaped_${name} ELSE plain_${name} END`,
        ] as const,
    ),
  },
];

/** The last field, bare or in quotes, when it is a number of seconds with a point. */
function latencySteps(dialect: Dialect): readonly Step[] {
  const field = (name: string, quote: string): Step => ({
    captures: {
      column: 'rest_text',
      pattern: `\\A[\\s\\S]* ${quote}${pointedSeconds}${quote} *\\z`,
      names: secondsColumns(name),
    },
  });
  return [
    field('bare', ''),
    field('quoted', '"'),
    {
      columns: [
        [
          'latency',
          `coalesce(${microseconds('bare', dialect)}, ${microseconds('quoted', dialect)})`,
        ],
      ],
    },
  ];
}

function textSteps(needs: Needs): readonly Step[] {
  const { fields } = needs;
  const one = (field: 'client' | 'agent', column: string, pattern: string): readonly Step[] =>
    fields.has(field) ? [{ captures: { column, pattern, names: [textColumn(field)] } }] : [];
  return [
    ...one('client', 'line_text', '\\A([^ ]*)'),
    ...requestSteps(needs, 'request_text'),
    ...one('agent', 'rest_text', `\\A [^ ]* "${escapedText}" "(${escapedText})"(?: [\\s\\S]*)?\\z`),
  ];
}
