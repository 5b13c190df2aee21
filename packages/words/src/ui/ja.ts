import { askJa } from './ask.ts';
import { chatJa } from './chat.ts';
import { commonJa } from './common.ts';
import { costsJa } from './costs.ts';
import type { en } from './en.ts';
import { historyJa } from './history.ts';
import { lanesJa } from './lanes.ts';
import { leaseJa } from './lease.ts';
import { nowJa } from './now.ts';
import { paletteJa } from './palette.ts';
import { peopleJa } from './people.ts';
import { rehearsalJa } from './rehearsal.ts';
import { shellJa } from './shell.ts';
import { signInJa } from './sign-in.ts';
import { sloJa } from './slo.ts';
import { sloAgreeJa } from './slo-agree.ts';
import { sloChartsJa } from './slo-charts.ts';
import { stopJa } from './stop.ts';
import { sweepJa } from './sweep.ts';
import { timelineJa } from './timeline.ts';
import { welcomeJa } from './welcome.ts';

/** The console's labels in Japanese. */
export const ja = {
  ask: askJa,
  chat: chatJa,
  common: commonJa,
  costs: costsJa,
  history: historyJa,
  lanes: lanesJa,
  lease: leaseJa,
  now: nowJa,
  palette: paletteJa,
  people: peopleJa,
  rehearsal: rehearsalJa,
  shell: shellJa,
  signIn: signInJa,
  slo: sloJa,
  sloAgree: sloAgreeJa,
  sloCharts: sloChartsJa,
  stop: stopJa,
  sweep: sweepJa,
  timeline: timelineJa,
  welcome: welcomeJa,
} satisfies typeof en;
