/** Facts of what may be wrong with views of a service. */
export interface ViewProblemFacts {
  readonly 'view-twice': { view: string; service: string; first: string };
  readonly 'stands-without-view': Record<never, never>;
  readonly 'stands-for-farther': { view: string; other: string; nearer: readonly string[] };
  readonly 'shown-never': { value: string };
  /** `compared`: another SLO of the service is the view that it stands for. */
  readonly 'stand-in-unshown': { view: string; other: string; service: string; compared: boolean };
}
