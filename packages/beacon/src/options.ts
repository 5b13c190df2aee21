export interface BeaconOptions {
  /** Where to send: `https://sekisho.example.com/ingest/v1/beacon/SOURCE`. */
  readonly url: string;
  /** Share of page loads that report, 0 to 1; all when unsaid. */
  readonly sample?: number;
  /** Asked at every request and every sending: where it says no, nothing is kept or sent. */
  readonly consent?: () => boolean;
  /** Other origins whose requests count; requests to the page's own always do. */
  readonly origins?: readonly string[];
  /** Name of the route of a request; ids are taken out of its path when unsaid. Null: not counted. */
  readonly route?: (url: URL) => string | null;
  /** Path of the GraphQL endpoint; `/graphql` when unsaid. */
  readonly graphql?: string;
  /** Seconds between sendings; 10 when unsaid. */
  readonly every?: number;
}
