import { TestDesignError } from '../../../check/language/index.ts';
import type { CaseRun } from '../case-run.ts';
import type { Arguments } from '../sentence.ts';

const variants: Readonly<Record<string, string>> = {
  'the firmware signing certificate/signed by an unknown CA': 'firmware with an invalid signing certificate',
  'the firmware signing certificate/valid': 'firmware',
  'the firmware image/valid': 'firmware',
};

/** Form 3: chooses the asset that `<firmware>` and its like stand for in this case. */
export async function prepare(run: CaseRun, args: Arguments): Promise<void> {
  const [asset, condition] = [args.text(0), args.text(1)];
  const fixture = variants[`${asset}/${condition}`];
  if (fixture === undefined)
    throw new TestDesignError(`${asset} cannot be "${condition}" yet`, Object.keys(variants).join(', '));
  run.names.remembered.set('firmware', run.names.name(fixture));
}
