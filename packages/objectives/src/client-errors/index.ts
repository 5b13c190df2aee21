// What compares series of minutes with each other is reached through here: a server loads little for it.
export { type Comparison, compareViews, type Pair, type View } from '../views/index.ts';
export { explainJump } from './explain-jump.ts';
export {
  type ClientShare,
  clientShareJump,
  defaultJumpRules,
  type JumpFinding,
  type JumpRules,
  type ShareJump,
  type Summed,
} from './share-jump.ts';
