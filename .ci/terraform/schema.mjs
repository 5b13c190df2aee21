// schema.mjs PACKAGE NAME…: prints what resources and data of these names hold, out of the code that CDK for
// Terraform generates of the provider's own schema. It says of no argument whether the provider computes it where
// it is left out, so those that the modules' tests rely on are named here.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [home, ...names] = process.argv.slice(2);
const everywhere = ['id', 'region', 'tags_all'];
const alsoComputed = [
  ...['data-aws-vpc.cidr_block', 'data-aws-subnet.cidr_block', 'data-aws-subnet.availability_zone'],
  ...['vpc.cidr_block', 'subnet.availability_zone', 's3-bucket.bucket'],
];
const simple = { string: 'string', number: 'number', boolean: 'bool', any: 'dynamic' };
const getters = { String: 'string', Number: 'number', Boolean: 'bool', Any: 'string' };

/** The text of a resource's files with this ending. */
function textOf(name, ending) {
  const files = ['index', 'index-structs/structs0'].map((file) =>
    join(home, 'lib', name, file + ending),
  );
  return files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('\n');
}

/** Bodies by name of what a pattern finds. */
function bodies(text, pattern) {
  return Object.fromEntries([...text.matchAll(pattern)].map(([, name, body]) => [name, body]));
}

/** Which arguments each interface demands. */
function demandsOf(types) {
  const interfaces = bodies(
    types,
    /^export interface (\w+) (?:extends [\w.]+ )?\{\n([\s\S]*?)^\}/gm,
  );
  const argument = /#(\w+)\}\s*\n(?:\s*\*[^\n]*\n)*?\s*\*\/\s*\n\s*readonly \w+(\??):/g;
  return Object.fromEntries(
    Object.entries(interfaces).map(([name, body]) => [
      name,
      Object.fromEntries([...body.matchAll(argument)].map(([, key, may]) => [key, may === ''])),
    ]),
  );
}

/** What a class only reads: the code of each getter, by name. */
function gettersOf(body) {
  const pattern =
    /\/\/ (\w+) - computed: \w+, optional: \w+, required: \w+\n([\s\S]*?)(?=\/\/ \w+ - computed|$)/g;
  return bodies(body ?? '', pattern);
}

function resource(name) {
  const text = textOf(name, '.js');
  const types = textOf(name, '.d.ts');
  const classes = bodies(text, /^class (\w+) extends [\w.]+ \{\n([\s\S]*?)^\}/gm);
  const structs = bodies(text, /^function (\w+)ToHclTerraform\(struct\) \{([\s\S]*?)^\}/gm);
  const demands = demandsOf(types);
  const main = Object.values(classes).find((body) => body.includes('synthesizeHclAttributes'));
  const own = /constructor\(scope: Construct, id: string, config\??: (\w+)/.exec(types)?.[1];
  return blockOf(main.slice(main.indexOf('synthesizeHclAttributes')), main, own);

  function blockOf(written, read, type) {
    const argument =
      /^\s*(\w+): \{\s*\n\s*value: ([^\n]*),\s*\n\s*isBlock: (true|false),\s*\n\s*type: "(\w+)",\s*\n\s*storageClassType: "([^"]+)",/gm;
    const block = { attributes: [], blocks: [] };
    const seen = new Set();
    for (const [, key, value, isBlock, kind, storage] of written.matchAll(argument)) {
      seen.add(key);
      const required = demands[type]?.[key] === true;
      const struct = /(\w+)ToHclTerraform/.exec(value)?.[1];
      if (struct in structs) {
        const upper = struct[0].toUpperCase() + struct.slice(1);
        const inner = blockOf(structs[struct], classes[`${upper}OutputReference`], upper);
        const nesting = kind === 'struct' ? 'single' : kind;
        block.blocks.push({ name: key, nesting, required, isBlock: isBlock === 'true', ...inner });
        continue;
      }
      const known = everywhere.includes(key) || alsoComputed.includes(`${name}.${key}`);
      const computed = known && !required;
      block.attributes.push({
        name: key,
        type: typeOf(kind, storage),
        computed,
        optional: !required,
        required,
      });
    }
    for (const [key, code] of Object.entries(gettersOf(read))) {
      if (seen.has(key)) continue;
      const use = { computed: true, optional: false, required: false };
      block.attributes.push({ name: key, type: readType(code), ...use });
    }
    return block;
  }

  /** Of what can only be read. */
  function readType(code) {
    const getter = code.split('}')[0];
    const [, one, many] =
      /get(String|Number|Boolean|Any)?(List|Map)?Attribute\('/.exec(getter) ?? [];
    if (many === 'Map') return ['map', getters[one]];
    if (many === 'List')
      return [getter.includes('Fn.tolist(this.get') ? 'set' : 'list', getters[one ?? 'String']];
    if (one !== undefined) return getters[one];
    const [, made, isSet] =
      /this\._\w+ = new (?:cdktf\.)?(\w+)\(this, "\w+"(?:, (true|false))?\)/.exec(getter) ?? [];
    if (made === 'StringMap') return ['map', 'string'];
    if (made === 'StringMapList') return ['list', ['map', 'string']];
    const reference = classes[made?.replace(/List$/, 'OutputReference')];
    if (reference === undefined) return 'string';
    const held = Object.entries(gettersOf(reference)).map(([key, inner]) => [key, readType(inner)]);
    const object = ['object', Object.fromEntries(held)];
    if (made.endsWith('OutputReference')) return object;
    return [isSet === 'true' ? 'set' : 'list', object];
  }
}

/** Of what is written: a simple type, or one of many. */
function typeOf(kind, storage) {
  if (storage in simple) return simple[storage];
  const [, one, many] = /^(string|number|boolean)(List|Map)$/.exec(storage) ?? [];
  if (one === undefined) throw new Error(`no type is known for ${storage}`);
  return [kind === 'set' ? 'set' : many.toLowerCase(), simple[one]];
}

const text = (name) => ({ name, type: 'string', computed: false, optional: true, required: false });
const list = (name, attributes) => {
  return { name, nesting: 'list', required: false, isBlock: true, attributes, blocks: [] };
};
const provider = {
  attributes: [
    text('region'),
    text('profile'),
    { ...text('allowed_account_ids'), type: ['set', 'string'] },
  ],
  blocks: [
    list('default_tags', [{ ...text('tags'), type: ['map', 'string'] }]),
    list('assume_role', [text('role_arn'), text('external_id')]),
  ],
};

const all = { provider, resources: {}, data: {} };
for (const name of names) {
  const of = name.startsWith('data-aws-') ? all.data : all.resources;
  of[`aws_${name.replace(/^data-aws-/, '').replaceAll('-', '_')}`] = resource(name);
}
console.log(JSON.stringify(all));
