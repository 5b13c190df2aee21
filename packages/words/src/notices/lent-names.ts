import { type Lent, lentText } from '../catalogue/leases.ts';

/** What is lent, within an English sentence. */
export function the(lent: Lent): string {
  return lentText(lent).en;
}

/** What is lent, within a Japanese sentence. */
export function ja(lent: Lent): string {
  return lentText(lent).ja;
}

/** Whether a server is lent; what says nothing of its kind is one. */
export function isServer({ kind = 'ops-server' }: Lent): boolean {
  return kind === 'ops-server';
}

/** As the first word of a sentence; names are left as they are. */
export function capital(text: string): string {
  return text.startsWith('the ') ? `The${text.slice(3)}` : text;
}
