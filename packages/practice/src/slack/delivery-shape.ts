import type { Json } from './state.ts';

/** What an acknowledgement is about, so that its payload can be carried out. */
export type Subject =
  | { readonly kind: 'command'; readonly user: string; readonly channel: string }
  | { readonly kind: 'submission'; readonly user: string; readonly viewId: string }
  | { readonly kind: 'other' };

/** Something the app must be told of. The shell carries it, by socket or by signed HTTP. */
export interface Delivery {
  readonly id: string;
  readonly type: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Json;
  readonly acceptsResponsePayload: boolean;
  readonly subject: Subject;
  readonly copies: number;
  readonly delayMs: number;
  readonly dropAcks: number;
}
