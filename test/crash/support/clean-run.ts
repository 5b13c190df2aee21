import { install } from './installation.ts';
import { live, newJobs, type Phase, phases } from './job.ts';
import { judge } from './judge.ts';

/** A step that the engine does in a phase. */
export interface Moment {
  readonly phase: Phase;
  readonly step: string;
}

/** Lives a life without accident and answers with every step that it visits, in order. */
export async function cleanRun(): Promise<Moment[]> {
  const house = await install();
  try {
    const server = await house.start();
    await server.ready;
    const jobs = newJobs();
    const moments: Moment[] = [];
    for (const phase of phases) {
      const before = server.steps.length;
      await live(house, phase, jobs);
      await judge(house, phase, jobs);
      const done = server.steps.slice(before);
      // What an expiring lease's launch visits is what any launch does.
      const from = phase === 'expire' ? done.indexOf('committed:active') : 0;
      const visited = new Set(done.slice(from));
      moments.push(...[...visited].map((step) => ({ phase, step })));
    }
    server.signal('SIGTERM');
    await server.ended;
    return moments;
  } finally {
    await house.close();
  }
}
