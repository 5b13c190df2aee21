import { askEn } from './ask.ts';
import { chatEn } from './chat.ts';
import { commonEn } from './common.ts';
import { costsEn } from './costs.ts';
import { historyEn } from './history.ts';
import { lanesEn } from './lanes.ts';
import { leaseEn } from './lease.ts';
import { nowEn } from './now.ts';
import { paletteEn } from './palette.ts';
import { peopleEn } from './people.ts';
import { rehearsalEn } from './rehearsal.ts';
import { shellEn } from './shell.ts';
import { signInEn } from './sign-in.ts';
import { sloEn } from './slo.ts';
import { sloAgreeEn } from './slo-agree.ts';
import { sloChartsEn } from './slo-charts.ts';
import { stopEn } from './stop.ts';
import { sweepEn } from './sweep.ts';
import { timelineEn } from './timeline.ts';
import { welcomeEn } from './welcome.ts';

/** The console's labels in English. */
export const en = {
  ask: askEn,
  chat: chatEn,
  common: commonEn,
  costs: costsEn,
  history: historyEn,
  lanes: lanesEn,
  lease: leaseEn,
  now: nowEn,
  palette: paletteEn,
  people: peopleEn,
  rehearsal: rehearsalEn,
  shell: shellEn,
  signIn: signInEn,
  slo: sloEn,
  sloAgree: sloAgreeEn,
  sloCharts: sloChartsEn,
  stop: stopEn,
  sweep: sweepEn,
  timeline: timelineEn,
  welcome: welcomeEn,
};
