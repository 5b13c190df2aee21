import { pair } from './shape-pair.ts';

/** What is written of container engines. */
export const engineShapes = {
  'image-reference': pair(
    'an image with its tag or digest',
    'registry.example.com/sekisho-ops-server:20261101-090000',
    'タグかダイジェストつきのイメージ',
    'registry.example.com/sekisho-ops-server:20261101-090000',
  ),
  'container-size': pair(
    'cores and memory of a container',
    '1cpu-2g, 0.5cpu-512m',
    'コンテナの CPU とメモリー',
    '1cpu-2g、0.5cpu-512m',
  ),
  'engine-endpoint': pair(
    'the endpoint of a container engine',
    'unix:///var/run/docker.sock or tcp://lab.example.internal:2376',
    'コンテナエンジンのエンドポイント',
    'unix:///var/run/docker.sock、tcp://lab.example.internal:2376',
  ),
  'engine-network': pair(
    'a name that the engine knows',
    'sekisho-ops',
    'エンジンでの名前',
    'sekisho-ops',
  ),
  'docker-variable': pair(
    'the name of a variable that is kept for container engines',
    'SEKISHO_DOCKER_LAB',
    'コンテナエンジン用の環境変数の名前',
    'SEKISHO_DOCKER_LAB',
  ),
};
