import { askJson, SourceError } from '@sekisho/core/sources';
import type { z } from 'zod';
import { labelValuesAnswer, matrixAnswer, type RawSeries } from './answers.ts';
import type { PrometheusSourceOptions } from './options.ts';

/** The two questions asked of a Prometheus. Times in milliseconds since 1970. */
export interface PrometheusApi {
  /** Every sample of the selector's series, as stored. */
  samples(selector: string, from: number, to: number): Promise<readonly RawSeries[]>;
  labelValues(
    label: string,
    selector: string,
    from: number,
    to: number,
  ): Promise<readonly string[]>;
}

/** @see PrometheusApi */
export function openApi(options: PrometheusSourceOptions, signal?: AbortSignal): PrometheusApi {
  const base = baseOf(options.url);

  async function post<T extends { warnings?: readonly string[] | null | undefined }>(
    path: string,
    form: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
  ): Promise<T> {
    const request = {
      method: 'POST',
      headers: { ...headersOf(options), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    };
    const answer = await askJson(new URL(path, base), request, schema, askingOf(options, signal));
    // A store behind it did not answer: what came is too little, and must not pass for all.
    const warning = answer.warnings?.[0];
    if (warning === undefined) return answer;
    throw new SourceError('unreachable', `the answer is incomplete: ${warning.slice(0, 300)}`);
  }

  return {
    samples: async (selector, from, to) => {
      const query = `${selector}[${to - from}ms]`;
      const answer = await post('api/v1/query', { query, time: seconds(to) }, matrixAnswer);
      return answer.data.result;
    },
    labelValues: async (label, selector, from, to) => {
      const url = new URL(`api/v1/label/${label}/values`, base);
      url.searchParams.set('match[]', selector);
      url.searchParams.set('start', seconds(from));
      url.searchParams.set('end', seconds(to));
      const request = { headers: headersOf(options) };
      const asking = askingOf(options, signal);
      return (await askJson(url, request, labelValuesAnswer, asking)).data;
    },
  };
}

function askingOf(options: PrometheusSourceOptions, signal: AbortSignal | undefined) {
  return {
    fetch: options.fetch ?? fetch,
    timeoutMs: options.timeoutMs ?? 30_000,
    maxBytes: options.maxBytes ?? 64 * 1024 * 1024,
    ...(signal === undefined ? {} : { signal }),
  };
}

function headersOf({ headers, bearer }: PrometheusSourceOptions): Record<string, string> {
  return { ...headers, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) };
}

function baseOf(text: string): URL {
  const url = URL.parse(text.endsWith('/') ? text : `${text}/`);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new SourceError('refused', 'the URL of Prometheus is not one of http or https');
  // `fetch` would refuse it too, and put the password into its message.
  if (url.username !== '' || url.password !== '')
    throw new SourceError('refused', `${url.host}: give the password in a header, not in the URL`);
  return url;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
