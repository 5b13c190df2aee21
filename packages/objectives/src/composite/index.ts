export {
  BadComposite,
  type Composite,
  composite,
  type Member,
  type MemberPart,
} from './composite.ts';
