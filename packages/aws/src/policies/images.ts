import {
  impliedPromoteActions,
  inspectActions,
  promoteActions,
  publishActions,
} from '../images/actions.ts';
import { calledIn, inRegions, type MemberPlace, ofAws, type Place, published } from './place.ts';
import { allow, documentOf, type PolicyDocument } from './statement.ts';

const own = { when: { StringEquals: published.tag } };

/** Parameters below the folder of images. */
function parameters(place: Place, ...names: readonly string[]): string[] {
  const resources = names.map((name) => `parameter/${published.folder}/${name}`);
  return inRegions(place, 'ssm', ...resources);
}

/**
 * What `sekisho image publish` may do: make an image the candidate. Its job runs what it fetched to build with, so it
 * cannot say what new servers get. What Packer needs to build is not in it.
 * Source: Service Authorization Reference, Amazon EC2 and AWS Systems Manager.
 */
export function imagePublishPolicy(place: Place): PolicyDocument {
  type Declared = (typeof publishActions)[number];
  return documentOf(publishActions, [
    allow('Look', ['ec2:DescribeImages'] satisfies Declared[], {
      on: ['*'],
      when: calledIn(place),
    }),
    // An image is compared with the one that is current.
    allow('Compare', ['ssm:GetParameters'] satisfies Declared[], { on: parameters(place, '*') }),
    allow('WriteCandidate', ['ssm:PutParameter'] satisfies Declared[], {
      on: parameters(place, 'candidate', 'candidate-packages', 'candidate-provenance'),
    }),
  ]);
}

/**
 * What `sekisho image promote`, `rollback`, `list` and `deprecate` may do: say which image is current, and take away
 * what the pipeline marked.
 */
export function imagePromotePolicy(place: Place): PolicyDocument {
  const declared = [...promoteActions, ...impliedPromoteActions];
  type Declared = (typeof declared)[number];
  const read: Declared[] = ['ssm:GetParameterHistory', 'ssm:GetParameters'];
  const hide: Declared[] = ['ec2:DeregisterImage', 'ec2:EnableImageDeprecation'];
  return documentOf(declared, [
    allow('Look', ['ec2:DescribeImages'] satisfies Declared[], {
      on: ['*'],
      when: calledIn(place),
    }),
    allow('Compare', read, { on: parameters(place, '*') }),
    allow('WriteCurrent', ['ssm:PutParameter'] satisfies Declared[], {
      on: parameters(place, 'current', 'packages', 'provenance'),
    }),
    allow('TakeAwayOwn', hide, { on: ofAws(place, 'ec2', 'image/*'), ...own }),
    allow('TakeAwaySnapshots', ['ec2:DeleteSnapshot'] satisfies Declared[], {
      on: ofAws(place, 'ec2', 'snapshot/*'),
      ...own,
    }),
  ]);
}

/**
 * What `sekisho image inspect` may do: read what canaries wrote on their consoles. It opens no session and sends no
 * command.
 */
export function imageInspectPolicy(place: MemberPlace): PolicyDocument {
  type Declared = (typeof inspectActions)[number];
  return documentOf(inspectActions, [
    allow('Look', ['ec2:DescribeInstances'] satisfies Declared[], {
      on: ['*'],
      when: calledIn(place),
    }),
    allow('ReadConsolesOfCanaries', ['ec2:GetConsoleOutput'] satisfies Declared[], {
      on: inRegions(place, 'ec2', 'instance/*'),
      when: {
        StringEquals: {
          'aws:ResourceTag/sekisho:installation': place.installation,
          'aws:ResourceTag/sekisho:environment': place.canaries,
        },
      },
    }),
    allow('Compare', ['ssm:GetParameters'] satisfies Declared[], {
      on: parameters(place, 'candidate', 'candidate-packages', 'candidate-provenance'),
    }),
  ]);
}
