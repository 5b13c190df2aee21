import { impliedSwitchActions, switchActions } from '../switch-actions.ts';
import { calledIn, inRegions, type MemberPlace } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

const declared = [...switchActions, ...impliedSwitchActions];
type Declared = (typeof declared)[number];

/**
 * What the role of dead-man's switches may do: start one Automation document, and, since that acts with the
 * rights of whoever starts it, terminate what bears the installation's tag.
 * Source: Service Authorization Reference, AWS Systems Manager (StartAutomationExecution) and Amazon EC2.
 */
export function opsSchedulerPolicy(place: MemberPlace): PolicyDocument {
  const { document, installation } = place;
  const executions = inRegions(place, 'ssm', 'automation-execution/*');
  return documentOf(declared, [
    allow('StartTheOneDocument', ['ssm:StartAutomationExecution'] satisfies Declared[], {
      on: [
        ...inRegions(place, 'ssm', `document/${document}`, `automation-definition/${document}:*`),
        ...executions,
      ],
    }),
    allow('FollowIt', ['ssm:GetAutomationExecution'] satisfies Declared[], { on: executions }),
    allow('Find', ['ec2:DescribeInstances'] satisfies Declared[], {
      on: ['*'],
      when: calledIn(place),
    }),
    allow('TerminateOwn', ['ec2:TerminateInstances'] satisfies Declared[], {
      on: inRegions(place, 'ec2', 'instance/*'),
      when: { StringEquals: { 'aws:ResourceTag/sekisho:installation': installation } },
    }),
  ]);
}
