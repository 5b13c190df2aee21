import { type Bench, numberOf } from '../shared/bench.ts';
import { measureLive } from './live.ts';
import { measureReplay } from './replay.ts';
import { storedDays } from './stored-days.ts';
import { measureTicks } from './tick.ts';

/** `npm run bench -- evaluate`: the arithmetic over minutes, for many SLOs at once. */
export const evaluate: Bench = {
  name: 'evaluate',
  flags: {
    slos: { type: 'string', help: 'how many SLOs (default 10000)' },
    ticks: { type: 'string', help: 'how many minutes pass (default 120)' },
    rate: { type: 'string', help: 'events a minute of each SLO (default 6000)' },
    live: { type: 'string', help: 'how many SLOs in a server (default 500)' },
  },
  async run(flags, say) {
    const small = flags['small'] === true;
    const slos = numberOf(flags, 'slos', small ? 100 : 10_000);
    const ticks = numberOf(flags, 'ticks', small ? 3 : 120);
    const perMinute = numberOf(flags, 'rate', 6000);
    const stored = storedDays(perMinute);
    const live = {
      slos: numberOf(flags, 'live', small ? 5 : 500),
      ticks: small ? 2 : 20,
      perMinute,
    };
    const figures = [
      ...measureTicks({ slos, ticks, perMinute }, stored, say),
      ...measureReplay(stored, small ? 1 : 9),
      ...(await measureLive(live, stored, say)),
      { name: 'a stored minute', value: stored.bytesPerMinute, unit: 'bytes' },
    ];
    return {
      bench: 'evaluate',
      measured: [
        'One process, one thread. A tick reads the stored days that it needs (decoded from memory, not from a database), lets the minute that leaves each window go, takes a new minute of every SLO, and judges all of them.',
        'Stored days are 64 different noisy ones, dealt to all SLOs; every minute of them was counted.',
        'Live is a server’s own loop with its database in the same process; a twentieth of its SLOs burns ten times as fast as it may, all others are quiet.',
      ],
      figures,
    };
  },
};
