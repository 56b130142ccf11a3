/** Cucumber formatter that writes nothing: it wants one, while progress, verdicts and reports are ours. */
export default { type: 'formatter', formatter: () => {} };
