import {
  AssociateRouteTableCommand,
  AttachInternetGatewayCommand,
  CreateInternetGatewayCommand,
  CreateRouteCommand,
  CreateRouteTableCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { describe, expect, it, vi } from 'vitest';
import { createAwsDoctorCloud } from '../../src/doctor-cloud.ts';
import { startMoto, whyNoMoto } from '../judges/moto-server.ts';

vi.setConfig({ testTimeout: 60_000 });
const region = 'ap-northeast-1';
const credentials = { accessKeyId: 'AKIAPRACTICE', secretAccessKey: 'practice' };

/** A subnet with a table of its own in a VPC of its own. */
async function makeSubnet(ec2: EC2Client) {
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: '10.9.0.0/16' }));
  const VpcId = Vpc?.VpcId ?? '';
  const cidr = { VpcId, CidrBlock: '10.9.1.0/24' };
  const { Subnet } = await ec2.send(new CreateSubnetCommand(cidr));
  const { RouteTable } = await ec2.send(new CreateRouteTableCommand({ VpcId }));
  const [SubnetId, RouteTableId] = [Subnet?.SubnetId ?? '', RouteTable?.RouteTableId ?? ''];
  await ec2.send(new AssociateRouteTableCommand({ SubnetId, RouteTableId }));
  return { VpcId, SubnetId, RouteTableId };
}

function judgeNetwork(): void {
  it('reads subnets, routes and endpoints as another AWS tells them', async () => {
    const moto = await startMoto();
    const settings = { endpoint: moto.endpoint, credentials };
    const ec2 = new EC2Client({ ...settings, region });
    const cloud = createAwsDoctorCloud({ ...settings, installation: 'contract' });
    const scope = { environment: 'moto', account: '123456789012', region };
    try {
      const { VpcId, SubnetId, RouteTableId } = await makeSubnet(ec2);
      const template = {
        ...{ version: '1', imageId: null, imageCreatedAt: null, profile: null },
        ...{ requiresImdsV2: true, metadataTags: true, terminatesOnShutdown: true },
        ...{ publicAddress: false, subnet: SubnetId },
      };
      const look = async () => (await cloud.network(scope, template))[0];
      expect(await look()).toMatchObject({ subnet: SubnetId, way: null, endpoints: [] });
      const endpoint = { VpcId, VpcEndpointType: 'Interface', PrivateDnsEnabled: true } as const;
      const ServiceName = `com.amazonaws.${region}.ssm`;
      await ec2.send(new CreateVpcEndpointCommand({ ...endpoint, ServiceName }));
      expect((await look())?.endpoints).toEqual(['ssm']);
      const made = await ec2.send(new CreateInternetGatewayCommand({}));
      const GatewayId = made.InternetGateway?.InternetGatewayId ?? '';
      await ec2.send(new AttachInternetGatewayCommand({ VpcId, InternetGatewayId: GatewayId }));
      const DestinationCidrBlock = '0.0.0.0/0';
      await ec2.send(new CreateRouteCommand({ RouteTableId, DestinationCidrBlock, GatewayId }));
      expect((await look())?.way).toBeNull();
      const [open] = await cloud.network(scope, { ...template, publicAddress: true });
      expect(open?.way).toBe(GatewayId);
      const [byDefault] = await cloud.network(scope, { ...template, subnet: null });
      expect(byDefault?.publicByDefault).toBe(true);
    } finally {
      cloud.close();
      ec2.destroy();
      moto.stop();
    }
  });
}

const reason = whyNoMoto();
if (reason === null) describe('DoctorCloud on moto', judgeNetwork);
else {
  console.warn(`SKIPPED: DoctorCloud on moto: ${reason}`);
  describe('DoctorCloud on moto', () => it.skip(`is not judged here: ${reason}`));
}
