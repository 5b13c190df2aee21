import type { Exposition, Family, Sample } from '../exposition/index.ts';

/** Metrics of the process and of its runtime: they tell nothing of what users get. */
const runtime =
  /^(?:process|nodejs|go|python|jvm|ruby|dotnet|system|container|kube|node|promhttp|scrape|prometheus|otel|target|up)(?:_|$)/;
const notEvents =
  /(?:bytes|_size|_in_?flight|in_?progress|_connections|_active|_open|_pool|_depth|_created|_info|_timestamp|start_time)(?:_|$)|_sum$/;
const requestLike =
  /(?:request|_req_|^req_|http|grpc|rpc|calls?_|operation|quer(?:y|ies)|handled|order|job|task|message|event|transaction|login|payment|checkout|search|graphql)/;
const failures = /(?:^|_)(?:errors?|failures?|failed|exceptions?|5xx|crash(?:es)?)(?:_|$)/;

/** What clients did wrong is told beside, and is neither a total nor a failure of the service. */
const clientsOwn = /(?:^|_)(?:client_errors?|4xx)(?:_|$)/;

/** What is said of failures alone: `http_errors_total`. */
export function isFailureCounter({ name }: Family): boolean {
  return failures.test(name);
}

/** Operations judged by their bodies: what a status hides is known where this is. */
export function isJudgedGraphql({ name }: Family): boolean {
  return /^graphql_(?:sli_events|server_request_duration)(?:_|$)/.test(name);
}

/** The metrics that count or time what users ask for. */
export function eventFamilies({ families }: Exposition): readonly Family[] {
  return families.filter(
    ({ name }) => ![runtime, notEvents, clientsOwn].some((each) => each.test(name)),
  );
}

/** Whether its name says that it is about requests or the like. */
export function isRequestLike({ name }: Family): boolean {
  return requestLike.test(name) || failures.test(name);
}

/** Whether it counts: by its type, or by its name where nothing says a type. */
export function isCounter({ name, type }: Family): boolean {
  return type === 'counter' || (type === 'unknown' && /_(?:total|count)$/.test(name));
}

/** Whether it times. */
export function isTiming({ name }: Family): boolean {
  return /(?:duration|latency|response_time|elapsed|_seconds|_milliseconds|_ms|_time)(?:_|$)/.test(
    name,
  );
}

/** The series of a metric by the end of their names: `_count`, `_bucket`. */
export function part(family: Family, suffix: string): readonly Sample[] {
  return family.samples.filter(({ name }) => name === `${family.name}${suffix}`);
}

/** The series that count a counter's events, without `_created`. */
export function counted(family: Family): readonly Sample[] {
  return family.samples.filter(({ name }) => !name.endsWith('_created'));
}

/** The name under which a counter's series stand. */
export function seriesName(family: Family): string {
  return counted(family)[0]?.name ?? family.name;
}

/** Seconds of one unit of a metric, by its name and, where that says nothing, by its bounds. */
export function secondsOf(name: string, bounds: readonly number[] = []): number {
  if (/_(?:ms|milliseconds|millis)(?:_|$)/.test(name)) return 0.001;
  if (/_(?:us|microseconds|micros)(?:_|$)/.test(name)) return 0.000_001;
  if (/_(?:ns|nanoseconds|nanos)(?:_|$)/.test(name)) return 0.000_000_001;
  if (/_seconds(?:_|$)/.test(name)) return 1;
  // Nobody times a request with a bound of more than a hundred seconds; milliseconds are usual there.
  return Math.max(0, ...bounds.filter(Number.isFinite)) > 100 ? 0.001 : 1;
}
