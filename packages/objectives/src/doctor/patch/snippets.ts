import type { FindingCode } from '../finding.ts';

/** A piece of code or configuration that shows what is to be changed, for where the code is not known. */
export interface Snippet {
  readonly language: 'ts' | 'nginx';
  readonly text: string;
}

const timing = `// One histogram gives both SLIs (prom-client; OpenTelemetry's HTTP instrumentation
// writes the same as http.server.request.duration with http.response.status_code).
const responses = new Histogram({
  name: 'http_server_request_duration_seconds',
  help: 'Responses by status, and how long they took.',
  labelNames: ['code'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.3, 0.5, 1, 2.5, 5, 10],
});
app.use((_request, response, next) => {
  const end = responses.startTimer();
  response.once('finish', () => end({ code: response.statusCode }));
  next();
});
`;

const views = `// OpenTelemetry: the bounds of a histogram are a view.
new MeterProvider({
  views: [
    {
      instrumentName: 'http.server.request.duration',
      aggregation: {
        type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM,
        options: { boundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.3, 0.5, 1, 2.5, 5, 10] },
      },
    },
  ],
});
// prom-client: new Histogram({ …, buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.3, 0.5, 1, 2.5, 5, 10] })
`;

const graphql = `// Apollo Server 5
import { apolloSli, prometheusSink } from '@sekisho/graphql-sli/apollo';
const operations = prometheusSink();
new ApolloServer({ typeDefs, resolvers, plugins: [apolloSli({ sinks: [operations] })] });

// GraphQL Yoga 5
import { prometheusSink, yogaSli } from '@sekisho/graphql-sli/yoga';
const operations = prometheusSink();
createYoga({ schema, plugins: [yogaSli({ sinks: [operations] })] });

// Either: add operations.text() to what /metrics shows.
`;

const nginx = `log_format timed '$remote_addr - $remote_user [$time_local] '
                 '"$request" $status $body_bytes_sent '
                 '"$http_referer" "$http_user_agent" $request_time';
access_log /var/log/nginx/access.log timed;
`;

const label = `const requests = new Counter({ name: 'http_requests_total', help: '…', labelNames: ['method', 'route', 'code'] });
// The status is known once the response is finished, and the route is the template (/orders/:id).
response.once('finish', () =>
  requests.inc({ method: request.method, route: request.route?.path ?? 'other', code: response.statusCode }),
);
`;

const snippets: Readonly<Partial<Record<FindingCode, Snippet>>> = {
  'nothing-about-requests': { language: 'ts', text: timing },
  'quantiles-only': { language: 'ts', text: timing },
  summary: { language: 'ts', text: timing },
  'average-only': { language: 'ts', text: timing },
  percentage: { language: 'ts', text: timing },
  'no-denominator': { language: 'ts', text: timing },
  'no-failure-label': { language: 'ts', text: label },
  'exploding-label': { language: 'ts', text: label },
  'no-bucket': { language: 'ts', text: views },
  'beyond-buckets': { language: 'ts', text: views },
  'gauge-as-counter': { language: 'ts', text: label },
  'graphql-behind-200': { language: 'ts', text: graphql },
  'graphql-by-status': { language: 'ts', text: graphql },
  'errors-without-code': {
    language: 'ts',
    text: `throw new GraphQLError('…', { extensions: { code: 'BAD_USER_INPUT' } });\n`,
  },
  'logs-without-latency': { language: 'nginx', text: nginx },
  'coarse-latency': { language: 'nginx', text: nginx },
  'only-failures-logged': { language: 'nginx', text: nginx },
};

/** What to write, in general; null for what no code mends. */
export function snippetOf(code: FindingCode): Snippet | null {
  return snippets[code] ?? null;
}
