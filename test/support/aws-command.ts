export {
  hasAwsCommand,
  type Keys,
  runAws,
} from '../../packages/practice/src/aws/testing/aws-command.ts';
