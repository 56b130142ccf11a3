import { errorCodes } from '../ocpp/index.ts';
import { fieldOf, nearest, type Path, printPath, printRef, type Segment, TestDesignError } from './language/index.ts';

/** The part of a JSON schema that the table language looks at. */
export interface SchemaNode {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly javaType?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
}
/** A field: its node with references followed, and for a list the node of its members. */
export interface FieldSchema extends SchemaNode {
  readonly item?: SchemaNode;
}

/** Spellings that products send and Part 4 once had (FACTS.md): they may be named, so that a table can expect them. */
const historicCodes = ['FormationViolation', 'OccurenceConstraintViolation'];
const text: SchemaNode = { type: 'string' };
/** Messages of the vocabulary that have no official schema. */
const own: Readonly<Record<string, SchemaNode>> = {
  CALLERROR: {
    type: 'object',
    required: ['errorCode'],
    properties: {
      errorCode: { type: 'string', enum: [...errorCodes, ...historicCodes] },
      errorDescription: text,
      errorDetails: { type: 'object', javaType: 'CustomData' },
    },
  },
  OCSPRequest: { type: 'object', properties: { certificate: { type: 'object' } } },
  OCSPResponse: {
    type: 'object',
    properties: { certificate: { type: 'object' }, status: { type: 'string', enum: ['good', 'revoked', 'unknown'] } },
  },
};

const isNode = (value: unknown): value is SchemaNode => typeof value === 'object' && value !== null;

/** Looks up message fields in the official schemas, which are handed in by message name (`BootNotificationRequest`). */
export class Schemas {
  readonly #known: ReadonlyMap<string, SchemaNode>;

  constructor(schemas: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>) {
    const entries = schemas instanceof Map ? [...schemas] : Object.entries(schemas);
    const nodes = entries.flatMap(([name, node]): [string, SchemaNode][] => (isNode(node) ? [[name, node]] : []));
    this.#known = new Map([...Object.entries(own), ...nodes]);
  }

  has(message: string): boolean {
    return this.#known.has(message);
  }
  get messages(): string[] {
    return [...this.#known.keys()];
  }

  /** The node at a path of a message; TestDesignError when the schema has no such field. */
  node(message: string, path: Path): FieldSchema {
    const root = this.#known.get(message);
    if (root === undefined) {
      const near = nearest(message, this.#known.keys());
      throw new TestDesignError(`no message ${message}${near === undefined ? '' : ` (did you mean "${near}"?)`}`);
    }
    const follow = (node: SchemaNode | undefined): SchemaNode | undefined =>
      node?.$ref === undefined ? node : root.definitions?.[node.$ref.split('/').at(-1) ?? ''];
    let node = root;
    for (const [i, segment] of path.entries()) {
      if (node.type === 'array') {
        const before = printPath(path.slice(0, i));
        throw new TestDesignError(`${message}: ${before} is a list`, `an index before .${segment.name}`);
      }
      // Vendor fields are free (CustomDataType is the one class that stays open).
      if (node.javaType === 'CustomData' && node.properties?.[segment.name] === undefined) return {};
      node = this.#step(message, path, segment, node, follow);
    }
    const item = node.type === 'array' ? follow(node.items) : undefined;
    return item === undefined ? node : { ...node, item };
  }

  /** The node, or undefined where the message or field is unknown; for judging, where design faults were found before. */
  find(message: string, path: Path): FieldSchema | undefined {
    try {
      return this.has(message) ? this.node(message, path) : undefined;
    } catch (error) {
      if (error instanceof TestDesignError) return undefined;
      throw error;
    }
  }

  #step(
    message: string,
    path: Path,
    segment: Segment,
    parent: SchemaNode,
    follow: (node: SchemaNode | undefined) => SchemaNode | undefined,
  ): SchemaNode {
    const node = follow(parent.properties?.[segment.name]);
    if (node === undefined) {
      const fields = Object.keys(parent.properties ?? {});
      const near = nearest(segment.name, fields);
      const meant = near === undefined ? '' : ` (did you mean "${near}"?)`;
      throw new TestDesignError(`${message} has no field ${printPath(path)}${meant}`, fields.join(', ') || undefined);
    }
    const { index } = segment;
    if (index === undefined) return node;
    if (node.type !== 'array')
      throw new TestDesignError(`${message}: ${segment.name} is no list`, `${fieldOf([segment])} without index`);
    const item = follow(node.items);
    if (item === undefined) throw new TestDesignError(`${message}: ${segment.name} has no known members`);
    if (index.kind === 'key') {
      const key = follow(item.properties?.[index.key]);
      if (key === undefined) throw new TestDesignError(`${message}: no key ${index.key} in ${segment.name}`);
      if (typeof index.value === 'string' && key.enum !== undefined && !key.enum.includes(index.value)) {
        throw new TestDesignError(`${message}: ${index.key}=${index.value}`, key.enum.join(', '));
      }
      if (typeof index.value !== 'string' && index.value.kind === 'message')
        this.node(index.value.message, index.value.path);
    }
    if (index.kind === 'variable' && item.properties?.['component'] === undefined) {
      throw new TestDesignError(`${message}: ${segment.name} has no component and variable`);
    }
    return item;
  }

  /** Checks that a reference to a message names a field of it. */
  checkRef(ref: { readonly message: string; readonly path: Path }): void {
    try {
      this.node(ref.message, ref.path);
    } catch (error) {
      if (!(error instanceof TestDesignError)) throw error;
      const written = printRef({ kind: 'message', nth: 'last', ...ref });
      throw new TestDesignError(`${written}: ${error.what}`, error.expected);
    }
  }
}
