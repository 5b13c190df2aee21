/** Takes a command's work: it is done after parsing, so that a command line is understood first. */
export type Take = (work: () => Promise<number>) => void;
