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
