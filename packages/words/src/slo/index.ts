export { changeText } from './change-text.ts';
export { type Figures, figuresIn } from './figures.ts';
export { sourceTrouble } from './source-trouble.ts';
export { whyFired } from './why-fired.ts';
