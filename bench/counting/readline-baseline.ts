// What a script of an afternoon does: lines as strings, a regular expression, a map of minutes.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const [path = '', passes = '1'] = process.argv.slice(2);
const fields = /^\S+ (\d{4}-\d\d-\d\dT\d\d:\d\d):\S+ \S+ \S+ \S+ \S+ \S+ \S+ (\d{3}) /;
let best = Number.POSITIVE_INFINITY;
let printed = {};
for (let pass = 0; pass < Number(passes); pass += 1) {
  const began = performance.now();
  const minutes = new Map<string, number>();
  let [lines, bad] = [0, 0];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    lines += 1;
    const [, minute = '', status] = fields.exec(line) ?? [];
    if (Number(status) < 500) continue;
    bad += 1;
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  }
  best = Math.min(best, (performance.now() - began) / 1000);
  printed = { lines, bad };
}
console.log(JSON.stringify({ ...printed, seconds: best }));
