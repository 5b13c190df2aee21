/** A time in which something was so, in milliseconds since 1970. */
export interface PictureSpan {
  readonly from: number;
  readonly to: number;
}

/** One lane: an environment, a service, or the alerts themselves. */
export interface PictureLane {
  readonly name: string;
  readonly kind: 'leases' | 'alert';
  readonly bars: readonly PictureSpan[];
  /** Something that happened at a moment; numbered when the card says what it was. */
  readonly marks: readonly { readonly at: number; readonly number: number | null }[];
}

/** All that the picture of a page shows; moments are milliseconds since 1970. */
export interface LanesPicture extends PictureSpan {
  readonly title: string;
  /** Beside the rows, in letters that the picture has. */
  readonly labels: { readonly good: string; readonly bad: string; readonly burn: string };
  /** Counts by bucket, each under the end of it. */
  readonly points: readonly { readonly to: number; readonly good: number; readonly bad: number }[];
  readonly bucketMs: number;
  /** Share of events that may fail: 1 − target. */
  readonly budgetShare: number;
  /** Burn rate above which it fires; null for alerts of another kind. */
  readonly factor: number | null;
  readonly beganAt: number;
  readonly firedAt: number;
  readonly resolvedAt: number | null;
  readonly lanes: readonly PictureLane[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}
