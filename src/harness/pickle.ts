/** What cucumber compiles a scenario to, as far as a run looks at it. */
export interface Pickle {
  readonly name: string;
  readonly uri: string;
  readonly tags: readonly { readonly name: string }[];
  readonly steps: readonly { readonly text: string }[];
}

/** The case that a scenario belongs to. */
export function caseIdOf({ tags, name, uri }: Pickle): string {
  const tag = tags.find((each) => /^@(?:TC|X)_/.test(each.name));
  if (tag === undefined) throw new Error(`${uri}: the scenario "${name}" has no case id`);
  return tag.name.slice(1);
}
