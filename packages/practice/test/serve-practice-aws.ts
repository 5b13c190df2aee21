import { startPracticeAws } from '../src/aws/start-practice-aws.ts';
import { instantTiming } from '../src/aws/world/timing.ts';

/** A process of its own for tests that kill it: `serve-practice-aws.ts PORT DIRECTORY` prints its address. */
const [port = '0', dataDirectory = ''] = process.argv.slice(2);
const { url } = await startPracticeAws({
  port: Number(port),
  dataDirectory,
  timing: instantTiming,
});
process.stdout.write(`${url}\n`);
