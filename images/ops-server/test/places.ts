import { join } from 'node:path';

const image = join(import.meta.dirname, '..');

export const playbook = join(image, 'ansible/playbook.yml');
export const role = join(image, 'ansible/roles/ops_server');
export const programs = join(role, 'files/lib');
export const template = join(image, 'packer');
