import { type FieldMap, latencyUnits, type MappedField } from '../../formats/field-map.ts';
import { type Needs, textFields } from '../../lines/log-event.ts';
import { minuteTextSteps } from '../calendar.ts';
import { textColumn } from '../condition.ts';
import type { Dialect } from '../dialect.ts';
import { microseconds, secondsColumns } from '../durations.ts';
import { secondsGroups } from '../patterns.ts';
import type { Step } from '../steps.ts';
import { anyTimeSteps } from './any-time.ts';
import type { FormatPlan } from './plan.ts';

/** Labeled tab-separated values (see `ltsvWith`): of a label that comes twice, the last counts. */
export function ltsvPlan(map: FieldMap): FormatPlan {
  return (needs, dialect) => {
    const names = namesOf(map, needs);
    const last = (field: MappedField, column: string, value = '[^\\t]*') =>
      lastOf(names.get(field) ?? [], column, value, dialect);
    const latency = needs.latency ? latencySteps(map, names.get('latency') ?? [], dialect) : null;
    const parsed = ["status_text <> ''", ...(latency === null ? [] : ['NOT latency_wrong'])];
    const steps: readonly Step[] = [
      last('time', 'time_value'),
      last('status', 'status_value'),
      { captures: { column: 'status_value', pattern: '\\A([0-9]{3})\\z', names: ['status_text'] } },
      ...(latency ?? []),
      ...anyTimeSteps('time_value', parsed.join(' AND '), dialect),
      { columns: [['status', dialect.integer('status_text')]] },
      ...textFields
        .filter((field) => needs.fields.has(field))
        .map((field) => last(field, textColumn(field), field === 'path' ? '[^\\t?]*' : undefined)),
    ];
    return { steps, key: 'minute_number', finish: minuteTextSteps(dialect) };
  };
}

/** The labels of each field that is read. A name that two fields claim belongs to the first; one with a colon or tab is never met. */
function namesOf({ names }: FieldMap, needs: Needs): ReadonlyMap<MappedField, readonly string[]> {
  const wanted: readonly MappedField[] = [
    'time',
    'status',
    ...(needs.latency ? (['latency'] as const) : []),
    ...textFields.filter((field) => needs.fields.has(field)),
  ];
  const claimed = new Set<string>();
  return new Map(
    wanted.map((field) => {
      const own = names[field].filter((name) => !claimed.has(name) && !/[:\t\n]/.test(name));
      for (const name of own) claimed.add(name);
      return [field, own] as const;
    }),
  );
}

function lastOf(names: readonly string[], column: string, value: string, dialect: Dialect): Step {
  if (names.length === 0) return { columns: [[column, "''"]] };
  const pattern = `\\A(?:[\\s\\S]*\\t)?${labels(names, dialect)}(${value})`;
  return { captures: { column: 'line_text', pattern, names: [column] } };
}

function labels(names: readonly string[], { alphabet }: Dialect): string {
  return `(?:${names.map((name) => alphabet.exactly(name)).join('|')}):`;
}

/** Columns `latency` and `latency_wrong`: one that is no duration makes the line unparsed, wherever it stands. */
function latencySteps({ latencyUnit }: FieldMap, names: readonly string[], dialect: Dialect) {
  if (names.length === 0) {
    return [
      {
        columns: [
          ['latency', dialect.integer("''")],
          ['latency_wrong', '(1 = 0)'],
        ],
      },
    ] as const;
  }
  const seconds = latencyUnit === 's';
  const most = seconds ? 9 : 15;
  const wrong = [
    '[^0-9\\t-]',
    '-[^\\t]',
    `[0-9]{${most + 1}}`,
    `[0-9]{1,${most}}(?:[^0-9.\\t]|\\.(?:\\t|\\z)|\\.[0-9]*[^0-9\\t])`,
  ];
  const anywhere = `(?:\\A|\\t)${labels(names, dialect)}(?:${wrong.join('|')})`;
  const groups = seconds ? secondsColumns('taken') : ['taken'];
  const pattern = `\\A${seconds ? secondsGroups : '([0-9]{1,15}(?:\\.[0-9]+)?)'}\\z`;
  const factor = `${latencyUnits[latencyUnit].toExponential()}`;
  return [
    lastOf(names, 'latency_value', '[^\\t]*', dialect),
    { captures: { column: 'latency_value', pattern, names: groups } },
    {
      columns: [
        [
          'latency',
          seconds
            ? microseconds('taken', dialect)
            : `ceil(floor(${dialect.double('taken')} * ${factor} * 1000 + 0.5) / 1000)`,
        ],
        ['latency_wrong', dialect.matches('line_text', anywhere)],
      ],
    },
  ] as const;
}
