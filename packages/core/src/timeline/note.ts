import { contract } from '@sekisho/contract';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { readMoment } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';

const longestMs = 31 * 86_400_000;

export const note = implement(contract['timeline.note'], {
  decide: async (tx, { kind, service, text, from, to }) => {
    needService(tx, service);
    const began = readMoment(tx, 'from', from, 'past') ?? tx.now;
    const ended = readMoment(tx, 'to', to, 'past') ?? null;
    if (began > tx.now) throw badMoment('from', from ?? '', tx.now);
    const length = ended === null ? 1 : ended.getTime() - began.getTime();
    if (length <= 0 || length > longestMs) throw badMoment('to', to ?? '', began);
    const span = { from: began.toISOString(), to: ended?.toISOString() ?? null };
    tx.record({ action: 'timeline.note', service, data: { kind, ...span }, texts: { text } });
    return { kind, service, text, ...span };
  },
});

function badMoment(field: string, value: string, near: Date) {
  const facts = { field, value, problem: 'not-good' as const, needed: near.toISOString() };
  return new AppError('bad-input', facts);
}

/** Errors: `service-not-found`, naming the known ones. */
function needService({ config }: Tx, name: string): void {
  const known = [
    ...new Set([...Object.keys(config.services), ...config.slos.map((slo) => slo.service)]),
  ];
  if (!known.includes(name)) throw new AppError('service-not-found', { name, known });
}
