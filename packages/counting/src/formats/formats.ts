import { alb } from './alb.ts';
import { clb } from './clb.ts';
import type { LogFormat } from './log-format.ts';

/** Every format that can be counted, by its name. */
export const formats: Readonly<Record<string, LogFormat>> = { alb, clb };
