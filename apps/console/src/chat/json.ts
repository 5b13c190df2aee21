import type { Json } from './api.ts';

/** The objects of a list of Slack's; empty when it is none. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter((item) => objectOf(item) !== null) : [];
}

/** An object of Slack's; null for anything else. */
export function objectOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : null;
}
