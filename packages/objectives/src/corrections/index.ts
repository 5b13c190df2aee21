export { BadCorrection, type Correction, type Once, type Recurring } from './correction.ts';
export { correctionsAt, type Mask, maskedMinutes, maskOf, noMask } from './mask.ts';
export { spansOf } from './spans-of.ts';
