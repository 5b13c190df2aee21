/** One native histogram of schema 0: bucket `index` holds what is above 2^(index-1), up to 2^index. */
export interface WrittenHistogram {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly buckets: ReadonlyMap<number, number>;
}

export interface WrittenSeries {
  readonly labels: Readonly<Record<string, string>>;
  readonly histograms: readonly WrittenHistogram[];
}

/** A remote write 1.0 request, in Snappy's block format with nothing compressed. */
export function encodeWrite(series: readonly WrittenSeries[]): Uint8Array<ArrayBuffer> {
  const body = series.flatMap((each) => bytes(1, timeSeries(each)));
  const literals: number[] = [];
  for (let at = 0; at < body.length; at += 60_000) {
    const piece = body.slice(at, at + 60_000);
    literals.push(61 << 2, (piece.length - 1) & 255, (piece.length - 1) >> 8, ...piece);
  }
  return new Uint8Array([...varint(BigInt(body.length)), ...literals]);
}

function timeSeries({ labels, histograms }: WrittenSeries): number[] {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...sorted.flatMap(([name, value]) => bytes(1, [...text(1, name), ...text(2, value)])),
    ...histograms.flatMap((each) => bytes(4, histogram(each))),
  ];
}

function histogram({ at, buckets }: WrittenHistogram): number[] {
  const sorted = [...buckets].sort(([a], [b]) => a - b);
  const count = sorted.reduce((sum, [, held]) => sum + held, 0);
  let next = 0;
  let before = 0;
  const spans: number[] = [];
  const deltas: number[] = [];
  for (const [index, held] of sorted) {
    spans.push(...bytes(11, [...number(1, zigzag(index - next)), ...number(2, 1n)]));
    deltas.push(...number(12, zigzag(held - before)));
    next = index + 1;
    before = held;
  }
  return [
    ...number(1, BigInt(count)),
    ...number(4, 0n),
    ...spans,
    ...deltas,
    ...number(15, BigInt(at)),
  ];
}

function text(field: number, value: string): number[] {
  return bytes(field, [...new TextEncoder().encode(value)]);
}

function bytes(field: number, content: readonly number[]): number[] {
  return [...varint(BigInt(field * 8 + 2)), ...varint(BigInt(content.length)), ...content];
}

function number(field: number, value: bigint): number[] {
  return [...varint(BigInt(field * 8)), ...varint(value)];
}

function zigzag(value: number): bigint {
  return BigInt(value < 0 ? -2 * value - 1 : 2 * value);
}

function varint(value: bigint): number[] {
  const out: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 128n) return [...out, Number(rest)];
    out.push(Number(rest & 127n) | 128);
  }
}
