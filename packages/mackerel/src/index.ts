export { createMackerelSource, type MackerelSourceOptions } from './mackerel-source.ts';
