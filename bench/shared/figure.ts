/** What a figure should be: at most, at least, or exactly so much. */
export type Goal =
  | { readonly atMost: number }
  | { readonly atLeast: number }
  | { readonly exactly: number };

/** One number that a benchmark found. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Without one, the figure is only told. */
  readonly goal?: Goal;
  /** Something named, measured in the same run, to see the number beside. */
  readonly peer?: { readonly name: string; readonly value: number };
}

/** What one benchmark found, and on what. */
export interface Report {
  readonly bench: string;
  /** What was measured on what, a sentence each. */
  readonly measured: readonly string[];
  readonly figures: readonly Figure[];
}

/** Whether the goal was met; null where there is none. */
export function isMet({ value, goal }: Figure): boolean | null {
  if (goal === undefined) return null;
  if ('atMost' in goal) return value <= goal.atMost;
  return 'atLeast' in goal ? value >= goal.atLeast : value === goal.exactly;
}
