// Prints what the modules name of AWS's provider, as folders of @cdktf/provider-aws: `s3-bucket`, `data-aws-vpc`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const named = new Set();
for (const folder of process.argv.slice(2))
  for (const file of readdirSync(folder, { recursive: true }).filter((name) =>
    name.endsWith('.tf'),
  ))
    for (const [, kind, name] of readFileSync(join(folder, file), 'utf8').matchAll(
      /^(resource|data) "aws_(\w+)"/gm,
    ))
      named.add((kind === 'data' ? 'data-aws-' : '') + name.replaceAll('_', '-'));
console.log([...named].join('\n'));
