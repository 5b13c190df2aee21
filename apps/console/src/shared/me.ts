import type { OutputOf } from '@sekisho/contract';
import { createContext, useContext } from 'react';

export type Me = OutputOf<'people.me'>;

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** Who reads, and the environments there are. Used below the sign-in gate only. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe is used outside of the signed-in part of the console');
  return me;
}

const ranks = ['read-only', 'member', 'sre', 'admin'] as const;

/** Whether the reader's role reaches this one. */
export function reaches(me: Me, role: (typeof ranks)[number]): boolean {
  return ranks.indexOf(me.person?.role ?? 'read-only') >= ranks.indexOf(role);
}
