export * from './leases.ts';
export { missingText, type WhyAndFix } from './missing.ts';
export { whoText } from './who.ts';
