import { readFileSync } from 'node:fs';
import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

/** Wrong use: one line that says what, where and what to do; exit code 3. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The parts of a JSON pointer. */
export const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What the YAML reader says, without the excerpt and the place, which stands before it. */
const yamlFault = (message: string): string =>
  `no readable YAML: ${(message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')}`;

/** A YAML file that can tell the line of each of its parts. */
export interface YamlFile {
  readonly document: Document.Parsed;
  /** Line of the node at a JSON pointer, or of the key named `extra` below it. */
  lineOf(pointer: string, extra?: string): number;
  lineAt(node: unknown): number;
}

/**
 * Reads a YAML file.
 * @throws UsageError with file and line when it cannot be read; `advice` says what to give instead.
 */
export function readYaml(file: string, advice: string): YamlFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`${file}: cannot be read; ${advice}`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [fault] = document.errors;
  if (fault !== undefined) throw new UsageError(`${file}:${fault.linePos?.[0].line ?? 1}: ${yamlFault(fault.message)}`);
  return {
    document,
    lineOf: (pointer, extra) => lines.linePos(offsetOf(document.contents, pointer, extra)).line,
    lineAt: (node) => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line,
  };
}

function offsetOf(root: unknown, pointer: string, extra: string | undefined): number {
  let node: unknown = root;
  let offset = 0;
  for (const part of [...partsOf(pointer), ...(extra === undefined ? [] : [extra])]) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === part);
      if (pair === undefined) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      node = (node as { items?: unknown[] } | undefined)?.items?.[Number(part)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    }
  }
  return offset;
}
