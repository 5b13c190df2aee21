import { expect, it } from 'vitest';
import { quotaCodeOf } from './quota-codes.ts';

it.each([
  ['t3.micro', 'L-1216C47A'],
  ['im4gn.large', 'L-1216C47A'],
  ['g6e.xlarge', 'L-DB2E81BA'],
  ['p5.48xlarge', 'L-417A185B'],
  ['inf2.xlarge', 'L-1945791B'],
  ['trn1.2xlarge', 'L-2C3B7624'],
  ['u-6tb1.56xlarge', 'L-43DA4232'],
  ['u7i-12tb.224xlarge', 'L-43DA4232'],
  ['x2gd.medium', 'L-7295265B'],
  ['hpc7g.4xlarge', 'L-F7808C92'],
  ['mac2.metal', null],
])('counts %s against the quota %s', (type, code) => {
  expect(quotaCodeOf(type)).toBe(code);
});
