import type { Pace } from '../chunks-of.ts';
import type { RoomSizes } from './body-room.ts';

/** What is spent on calls of CI jobs before anybody is known. */
export interface CiLimits {
  /** Calls of one network. */
  readonly rate: { readonly perSecond: number; readonly burst: number };
  /** Bytes of bodies that are kept, together. */
  readonly room: RoomSizes;
  readonly pace: Pace;
}

const mebibyte = 1024 * 1024;

/** Enough for many jobs behind one address, and too little for who has no token to keep us busy. */
export const usualCiLimits: CiLimits = {
  rate: { perSecond: 50, burst: 200 },
  room: { small: 64 * mebibyte, large: 128 * mebibyte },
  // The largest plan in less than three minutes, and a short call in one span.
  pace: { seconds: 20, bytes: 5 * mebibyte },
};
