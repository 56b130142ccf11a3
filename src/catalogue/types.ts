export interface OfficialCase {
  readonly id: string; // TC_K_60_CSMS
  readonly title: string;
  readonly block: string; // A..P
  readonly role: 'station' | 'csms';
  readonly useCases: readonly string[];
  readonly requirements: readonly string[];
  readonly profiles: readonly { readonly name: string; readonly level: 'mandatory' | 'conditional'; readonly condition?: string }[];
  readonly certified: boolean;
  readonly edition: string;
  /** True when an erratum after Edition 3 bears on the case. */
  readonly errata: boolean;
  readonly part6Page?: number;
}
export interface PlannedCase extends OfficialCase {
  readonly implemented: boolean;
  /** Where the scenario stands, when implemented: feature file and line. */
  readonly feature?: { readonly uri: string; readonly line: number };
}
