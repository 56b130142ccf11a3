import { defined } from '../payload.ts';
import type { Composer, OrderContext } from './context.ts';
import { time } from './context.ts';
import { readTransaction } from './read.ts';
import type { Words } from './words.ts';

const priorities = ['AlwaysFront', 'InFront', 'NormalCycle'] as const;
const states = ['Charging', 'Faulted', 'Idle', 'Unavailable'] as const;
const formats = ['ASCII', 'HTML', 'URI', 'UTF8'] as const;

function latestMessage({ record }: OrderContext, words: Words): number {
  if (record.latestDisplayMessageId === undefined) throw words.impossible('no display message was set');
  return record.latestDisplayMessageId;
}

/** The id of the message before, or one that no message has. */
function messageId(context: OrderContext, words: Words): number {
  const text = words.pick('message', words.text('message') ?? 'latest', ['latest', 'unknown']);
  return text === 'unknown' ? context.newId() : latestMessage(context, words);
}

/** O01, O02, O06. */
export const setDisplayMessage: Composer<'SetDisplayMessage'> = (context, words) => {
  const replaces = words.oneOf('replaces', ['latest', 'the message before']);
  const id = replaces === undefined ? context.newId() : latestMessage(context, words);
  const now = context.now();
  const from = words.moment('from', now);
  const until = words.moment('until', now);
  const transaction = words.text('transaction');
  const transactionId =
    transaction === 'unknown'
      ? `unknown-${context.newId()}`
      : transaction === undefined
        ? undefined
        : readTransaction(context, words).transactionId;
  context.record.latestDisplayMessageId = id;
  return [
    {
      message: defined({
        id,
        priority: words.oneOf('priority', priorities) ?? 'NormalCycle',
        state: words.oneOf('state', states),
        startDateTime: from === undefined ? undefined : time(from),
        endDateTime: until === undefined ? undefined : time(until),
        transactionId,
        message: {
          format: words.oneOf('format', formats) ?? 'UTF8',
          language: 'en',
          content: words.text('text') ?? 'Welcome',
        },
      }),
    },
  ];
};

/** O03, O04. */
export const getDisplayMessages: Composer<'GetDisplayMessages'> = (context, words) => [
  defined({
    requestId: context.newId(),
    id: words.has('message') ? [messageId(context, words)] : undefined,
    priority: words.oneOf('priority', priorities),
    state: words.oneOf('state', states),
  }),
];

/** O05. */
export const clearDisplayMessage: Composer<'ClearDisplayMessage'> = (context, words) => [
  { id: messageId(context, words) },
];
