import { currentRun } from './run.ts';

/** Cucumber plugin: keeps the pickles of the present plan, in its order, and appends the judge as the last step of each. */
interface FilterablePickle {
  readonly pickle: {
    readonly id: string;
    readonly tags: readonly { readonly name: string }[];
    readonly steps: readonly {
      readonly id: string;
      readonly text: string;
      readonly astNodeIds: readonly string[];
      readonly type?: string;
    }[];
  };
}

/** Stands where the last sentence stands, so that cucumber's own formatters find a line for it. */
const verdictStep = (id: string, astNodeIds: readonly string[]) => ({
  id: `${id}-verdict`,
  text: 'the judge gives the verdict',
  astNodeIds,
  type: 'Outcome',
});

function withJudge<T extends FilterablePickle>(item: T): T {
  const { pickle } = item;
  return {
    ...item,
    pickle: { ...pickle, steps: [...pickle.steps, verdictStep(pickle.id, pickle.steps.at(-1)?.astNodeIds ?? [])] },
  };
}

export default {
  type: 'plugin',
  coordinator({
    operation,
    transform,
  }: {
    operation: string;
    transform: (key: string, handler: (items: readonly FilterablePickle[]) => unknown) => void;
  }) {
    if (operation !== 'runCucumber') return;
    transform('pickles:filter', (items) =>
      items.filter(({ pickle }) => currentRun().selects(pickle.tags.map(({ name }) => name))).map(withJudge),
    );
  },
};
