import { shortened } from '../markup.ts';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields that tell most about a message, in the order they are shown; everything else follows as sent. */
const first = [
  'status',
  'eventType',
  'triggerReason',
  'reason',
  'type',
  'connectorStatus',
  'requestedMessage',
  'operationalStatus',
  'chargingProfilePurpose',
  'certificateType',
  'evseId',
  'id',
  'idToken',
  'connectorId',
  'seqNo',
  'chargingState',
  'transactionId',
  'stoppedReason',
  'requestId',
  'interval',
  'remoteStartId',
  'limit',
  'chargingRateUnit',
];
const last = new Set(['timestamp', 'currentTime', 'customData', 'vendorId']);

interface Leaf {
  readonly path: string;
  readonly name: string;
  readonly value: string;
  readonly depth: number;
}

/** Component.Variable[instance] of a device-model entry. */
function variableName(entry: Record<string, unknown>): string | undefined {
  const { component, variable } = entry;
  if (!isRecord(component) || !isRecord(variable)) return undefined;
  const instance = typeof variable['instance'] === 'string' ? `[${variable['instance']}]` : '';
  return `${String(component['name'])}.${String(variable['name'])}${instance}`;
}

function variableLeaf(path: string, name: string, entry: Record<string, unknown>, depth: number): Leaf {
  const value = entry['attributeValue'] ?? entry['actualValue'] ?? entry['value'];
  const status = entry['attributeStatus'];
  const words = [
    value === undefined ? [] : [`= ${String(value)}`],
    status === undefined ? [] : [String(status)],
  ].flat();
  return { path, name, value: words.join(' '), depth };
}

function leavesOf(value: unknown, path: string, name: string, depth: number): Leaf[] {
  if (Array.isArray(value)) {
    const shown = value.slice(0, 3).flatMap((entry, index) => leavesOf(entry, `${path}[${index}]`, name, depth));
    const more: Leaf = { path, name: path, value: `${value.length} items`, depth: depth + 1 };
    return value.length > 3 ? [...shown, more] : shown;
  }
  if (isRecord(value)) {
    const variable = variableName(value);
    if (variable !== undefined) return [variableLeaf(path, variable, value, depth)];
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, path === '' ? key : `${path}.${key}`, key, depth + 1),
    );
  }
  return value === undefined || value === null ? [] : [{ path, name, value: String(value), depth }];
}

const rank = ({ name, depth }: Leaf): number => {
  const index = first.indexOf(name);
  return depth + (last.has(name) ? 200 : index === -1 ? 50 : index);
};

// Names that say nothing without what they belong to.
const vague = new Set(['id', 'name', 'value', 'type', 'status', 'instance', 'limit']);

function shortPath(path: string, name: string): string {
  const plain = path.replace(/\[0\]/g, '');
  return vague.has(name) ? plain.split('.').slice(-2).join('.') : plain.slice(plain.lastIndexOf('.') + 1);
}

/** The telling fields of a payload as short texts, `path value`, the most telling first. */
export function keyFields(payload: Readonly<Record<string, unknown>>, atMost = 8): string[] {
  const leaves = leavesOf(payload, '', '', 0);
  const ranked = leaves
    .map((leaf, index) => ({ leaf, index }))
    .sort((a, b) => rank(a.leaf) - rank(b.leaf) || a.index - b.index);
  const shown = ranked.slice(0, atMost).map(({ leaf: { path, name, value } }) => {
    const key = name.includes('.') ? name : shortPath(path, name);
    return `${shortened(key, 48)} ${shortened(value.replace(/\s+/g, ' '), 40)}`.trim();
  });
  return ranked.length > atMost ? [...shown, `+${ranked.length - atMost} more`] : shown;
}

/** Key and value of plain facts (rig, connection), nested ones left out. */
export function plainFacts(facts: Readonly<Record<string, unknown>>, leftOut: readonly string[] = []): string[] {
  return Object.entries(facts)
    .filter(([key, value]) => !leftOut.includes(key) && !isRecord(value) && value !== undefined && value !== '')
    .map(([key, value]) => `${key} ${shortened(Array.isArray(value) ? value.join(', ') : String(value), 60)}`);
}
