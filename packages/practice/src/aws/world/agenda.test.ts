import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Agenda } from './agenda.ts';

it('hands out what is due in order of time, whatever the order it was added in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(60), (times, now) => {
      const agenda = new Agenda<'x'>();
      for (const [index, at] of times.entries()) agenda.add({ at, kind: 'x', key: `${index}` });
      const taken: number[] = [];
      for (let due = agenda.takeDue(now); due !== undefined; due = agenda.takeDue(now)) {
        taken.push(due.at);
      }
      expect(taken).toEqual(times.filter((at) => at <= now).sort((a, b) => a - b));
      const later = times.filter((at) => at > now);
      expect(agenda.nextAt).toBe(Math.min(...later, Number.POSITIVE_INFINITY));
    }),
  );
});
