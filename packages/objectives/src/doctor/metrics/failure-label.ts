import type { LabelSums } from './labels.ts';
import type { Matcher } from './matcher.ts';

/** By which label failures are told apart. */
export interface FailureLabel {
  readonly label: string;
  /** Fits the events that failed, or those that went well, whichever can be named. */
  readonly marks: 'bad' | 'good';
  readonly matcher: Matcher;
  /** Events that are neither. */
  readonly excluded: Matcher | null;
  /** Its values are HTTP statuses: GraphQL may hide behind them. */
  readonly isStatus: boolean;
}

const statusName = /^(?:http_?)?(?:response_?)?(?:status|code)(?:_?(?:code|class))?$/i;
const httpStatus = /^[1-5](?:\d\d|xx)$/i;
const grpcName = /^(?:rpc_)?grpc_(?:code|status)(?:_code)?$/i;
/** The server's own faults. Source: OpenTelemetry semantic conventions for gRPC, status of a server span. */
const grpcFaults =
  'Unknown|DeadlineExceeded|Unimplemented|Internal|Unavailable|DataLoss|UNKNOWN|DEADLINE_EXCEEDED|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_LOSS|2|4|12|13|14|15';
const outcomeName = /^(?:outcome|result|status|state|verdict|success|succeeded|ok)$/i;
const errorName = /^(?:error|failed|is_error)$/i;
const errorTypeName = /^(?:error_type|error_class|exception|exception_type)$/i;
const badWord =
  /^(?:errors?|err|fail(?:ed|ure|ures)?|bad|exception|crash(?:ed)?|timeout|(?:server|internal)[_-]?error|5xx)$/i;
const goodWord = /^(?:ok|success(?:ful)?|succeeded|good|done|completed|pass(?:ed)?|true|2xx)$/i;

/** The label by which a metric tells its failures; null when none does. */
export function failureLabelOf(sums: LabelSums): FailureLabel | null {
  const readers = [byStatus, byGrpc, byOutcome, byErrorFlag, byErrorType];
  for (const read of readers) {
    for (const [label, values] of sums) {
      const found = read(label.replaceAll('.', '_'), [...values.keys()]);
      if (found !== null)
        return {
          ...found,
          label,
          matcher: { ...found.matcher, label },
          excluded: found.excluded && { ...found.excluded, label },
        };
    }
  }
  return null;
}

type Reader = (name: string, values: readonly string[]) => FailureLabel | null;

const byStatus: Reader = (label, values) => {
  const name = label.replace(/([a-z])([A-Z])/g, '$1_$2');
  if (!statusName.test(name) || !values.every((value) => httpStatus.test(value))) return null;
  return bad(label, '=~', '5..', true);
};

const byGrpc: Reader = (label) => (grpcName.test(label) ? bad(label, '=~', grpcFaults) : null);

const byOutcome: Reader = (label, values) => {
  if (!outcomeName.test(label)) return null;
  const failures = values.filter((value) => badWord.test(value));
  const other = values.filter((value) => /^(?:excluded|ignored|cancell?ed)$/i.test(value));
  const excluded: Matcher | null =
    other.length === 0 ? null : { label, op: '!~', value: other.join('|') };
  if (failures.length > 0) return { ...bad(label, '=~', failures.join('|')), excluded };
  if (/^(?:success|succeeded|ok)$/i.test(label)) return { ...bad(label, '=', 'false'), excluded };
  const successes = values.filter((value) => goodWord.test(value));
  if (successes.length === 0) return null;
  const matcher: Matcher = { label, op: '=~', value: successes.join('|') };
  return { label, marks: 'good', matcher, excluded, isStatus: false };
};

const byErrorFlag: Reader = (label, values) =>
  errorName.test(label) && values.every((value) => /^(?:true|false|0|1)$/i.test(value))
    ? bad(label, '=~', '[Tt]rue|1')
    : null;

const byErrorType: Reader = (label) =>
  errorTypeName.test(label) || errorName.test(label)
    ? bad(label, '!~', '|none|None|ok|false|client|user|protocol|aborted')
    : null;

function bad(label: string, op: Matcher['op'], value: string, isStatus = false): FailureLabel {
  return { label, marks: 'bad', matcher: { label, op, value }, excluded: null, isStatus };
}
