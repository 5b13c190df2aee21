// Counts one ALB log in one thread and prints what came out: the process that is measured.
import { statSync } from 'node:fs';
import { countFiles, defaultSli, formats } from '@sekisho/counting';

const [path = '', passes = '1'] = process.argv.slice(2);
const format = formats['alb'];
if (format === undefined) throw new Error('no ALB format');
const file = { name: path, path, size: statSync(path).size };
let best = Number.POSITIVE_INFINITY;
let leastProcessor = Number.POSITIVE_INFINITY;
let printed = {};
for (let pass = 0; pass < Number(passes); pass += 1) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  const [found] = await countFiles([file], { format, sli: defaultSli }, () => {}, 1);
  best = Math.min(best, (performance.now() - began) / 1000);
  const { user, system } = process.cpuUsage(used);
  leastProcessor = Math.min(leastProcessor, (user + system) / 1e6);
  const minutes = found?.counted.minutes ?? [];
  printed = { lines: found?.counted.lines, bad: minutes.reduce((sum, { bad }) => sum + bad, 0) };
}
const memoryMiB = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({ ...printed, seconds: best, processorSeconds: leastProcessor, memoryMiB }),
);
