/* What the command line says of SLOs; it does not load the sentences of the timeline for it. */
export { sourceTrouble } from './source-trouble.ts';
export { whyFired } from './why-fired.ts';
