import type { Person } from '@sekisho/contract';
import { createContext, useContext } from 'react';

const RosterContext = createContext<readonly Person[]>([]);
export const RosterProvider = RosterContext.Provider;

/** The people of the roster; empty while they are being read. */
export function useRoster(): readonly Person[] {
  return useContext(RosterContext);
}
