import type { Config } from '@sekisho/config';
import type { Entry } from '@sekisho/contract';
import { openRehearsal, type Rehearsal, type Rehearsed } from '@sekisho/core';
import { makeScene, rehearsedSlo, type Scene } from './scene.ts';
import type { TellRehearsed } from './tell.ts';

/** An incident on a clock of its own, played as fast as somebody asks for its next minutes. */
export interface Rehearsals {
  /** Begins one; null where there is nothing to rehearse. */
  begin(): Promise<Begun | null>;
  /** Plays so many minutes more; null for one that is not known (any more). */
  play(id: string, minutes: number): Promise<Played | null>;
}

/** What is rehearsed, before its first minute. */
export interface Begun {
  readonly id: string;
  readonly slo: string;
  readonly displayName: string | null;
  readonly service: string;
  readonly target: number;
  /** Moments of its clock, and minutes in all. */
  readonly startsAt: string;
  readonly brokeAt: string;
  readonly minutes: number;
}

export interface Played {
  readonly minutes: readonly Rehearsed[];
  readonly over: boolean;
}

interface Options {
  readonly config: () => Config;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly tell: TellRehearsed;
}

interface Session {
  readonly rehearsal: Rehearsal;
  readonly ahead: Scene['ahead'];
  played: number;
}

/** Browsers that were closed leave theirs behind: only the newest are kept. */
const mostAtOnce = 5;
const hours = 180;

export function openRehearsals({ config, now, newId, tell }: Options): Rehearsals {
  const sessions = new Map<string, Session>();
  return {
    async begin() {
      const slo = rehearsedSlo(config());
      if (slo === null) return null;
      const scene = await makeScene(slo, now());
      const id = `rehearsal-${newId()}`;
      const { from, past, ahead } = scene;
      const entries = [deploy(scene)];
      const given = { slo, config: config(), id, from, past, entries };
      sessions.set(id, { rehearsal: openRehearsal(given), ahead, played: 0 });
      for (const oldest of [...sessions.keys()].slice(0, -mostAtOnce)) sessions.delete(oldest);
      const { displayName, service, target } = slo;
      return {
        ...{ id, slo: slo.id, displayName, service, target, minutes: ahead.length },
        startsAt: isoOf(from + past.length),
        brokeAt: isoOf(scene.brokeAt),
      };
    },
    async play(id, minutes) {
      const session = sessions.get(id);
      if (session === undefined) return null;
      const { rehearsal, ahead } = session;
      const next = ahead.slice(session.played, session.played + minutes);
      session.played += next.length;
      const played: Rehearsed[] = [];
      for (const counts of next) {
        const minute = rehearsal.next(counts);
        played.push(minute);
        // As the server's tick does: what fired or resolved is ordered to be told, and the clock goes on.
        if (minute.news !== null && minute.page !== null)
          await tell(minute.page, minute.news, rehearsal.history(hours));
      }
      return { minutes: played, over: session.played >= ahead.length };
    },
  };
}

/** The cause, as the timeline would hold it. */
function deploy({ deployedAt, slo }: Scene): Entry {
  const at = isoOf(deployedAt);
  const actor = {
    id: 'engineer',
    kind: 'person',
    assurance: 'token',
    authenticatedAt: at,
  } as const;
  return {
    ...{ number: 1, at, actor, action: 'timeline.note', outcome: 'done', subject: null },
    ...{ environment: null, service: slo.service, lease: null },
    ...{ data: { kind: 'deploy', from: at }, texts: {}, hash: '' },
  };
}

function isoOf(minute: number): string {
  return new Date(minute * 60_000).toISOString();
}
