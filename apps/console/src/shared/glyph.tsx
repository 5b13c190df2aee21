import type { Lease, LeaseState } from '@sekisho/contract';
import classes from './glyph.module.css';

/** Our own line drawings, 16 × 16; state is never told by colour alone. */
const strokes = {
  now: 'M2 4h7M5 8h9M3 12h6M11.5 2v12',
  ask: 'M8 3v10M3 8h10',
  slos: 'M2 13.5h12M2.5 10.5 6 6.5l3 2.5 4.5-6',
  history: 'M2.5 8a5.5 5.5 0 1 0 1.7-4M2.5 2.5v3h3M8 5v3l2 1.5',
  timeline: 'M4 2v12M4 4h8M4 8h6M4 12h9',
  people: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8ZM3 14c.4-2.8 2.4-4.2 5-4.2s4.6 1.4 5 4.2',
  doctor: 'M1.5 8.5h3L6.3 4l3 8.5 1.9-4h3.3',
  chat: 'M2.5 3h11v8h-6l-3 2.5V11h-2Z',
  moon: 'M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5Z',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM8 1.2v1.6M8 13.2v1.6M1.2 8h1.6M13.2 8h1.6M3.2 3.2l1.1 1.1M11.7 11.7l1.1 1.1M3.2 12.8l1.1-1.1M11.7 4.3l1.1-1.1',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z',
  command: 'M3 4.5 6.5 8 3 11.5M8 12h5',
  hat: 'M2 11.5h12M4.5 11.5 5 4.5c2-1 4-1 6 0l.5 7',
  waiting: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
  ended: 'M3 8.5 6.5 12 13 4.5',
  done: 'M3 8.5 6.5 12 13 4.5',
  failed: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
} as const;

export type GlyphName = keyof typeof strokes | 'making' | 'active' | 'returning' | 'stuck' | 'low';

/** A glyph of the house; decorative, so the words beside it must say the same. */
export function Glyph({ name, size = 16 }: { readonly name: GlyphName; readonly size?: number }) {
  return (
    <svg
      className={classes.glyph}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      data-glyph={name}
      aria-hidden="true"
      focusable="false"
    >
      <Shape name={name} />
    </svg>
  );
}

function Shape({ name }: { readonly name: GlyphName }) {
  switch (name) {
    case 'active':
      return <circle cx="8" cy="8" r="5.6" fill="currentColor" stroke="none" />;
    case 'making':
      return (
        <>
          <circle cx="8" cy="8" r="5" />
          <path d="M8 3a5 5 0 0 1 0 10Z" fill="currentColor" stroke="none" />
        </>
      );
    case 'low':
      return (
        <>
          <circle cx="8" cy="8" r="5" />
          <path d="M8 8V3a5 5 0 0 1 5 5Z" fill="currentColor" stroke="none" />
        </>
      );
    case 'returning':
      return <circle cx="8" cy="8" r="5" strokeDasharray="2 1.9" />;
    case 'stuck':
      return <path d="M8 2.5 14 13H2Z" fill="currentColor" />;
    default:
      return <path d={strokes[name]} />;
  }
}

const byState = {
  requested: 'waiting',
  approved: 'waiting',
  granting: 'making',
  active: 'active',
  revoking: 'returning',
  ended: 'ended',
  denied: 'failed',
  withdrawn: 'ended',
  lapsed: 'ended',
  failed: 'failed',
} as const satisfies Record<LeaseState, GlyphName>;

/** Which glyph tells the state of a lease; stuck outranks the state. */
export function leaseGlyph(lease: Pick<Lease, 'state' | 'stuck'>): GlyphName {
  return lease.stuck ? 'stuck' : byState[lease.state];
}
