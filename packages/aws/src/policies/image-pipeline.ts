import { actions } from '../images/image-store.ts';
import { calledIn, inRegions, ofAws, type Place, published } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

type Declared = (typeof actions)[number];

/**
 * What `sekisho image` may do, in the account and region where images are published: look at images, write the
 * parameters that name them, and take away what the pipeline marked. What Packer needs to build is not in it.
 * Source: Service Authorization Reference, Amazon EC2 and AWS Systems Manager.
 */
export function imagePipelinePolicy(place: Place): PolicyDocument {
  const hide: Declared[] = ['ec2:DeregisterImage', 'ec2:EnableImageDeprecation'];
  const parameters: Declared[] = [
    ...(['ssm:GetParameterHistory', 'ssm:GetParameters', 'ssm:PutParameter'] as const),
  ];
  return documentOf(actions, [
    allow('Look', ['ec2:DescribeImages'] satisfies Declared[], {
      on: ['*'],
      when: calledIn(place),
    }),
    allow('Publish', parameters, {
      on: inRegions(place, 'ssm', `parameter/${published.folder}/*`),
    }),
    allow('TakeAwayOwn', hide, {
      on: ofAws(place, 'ec2', 'image/*'),
      when: { StringEquals: published.tag },
    }),
  ]);
}
