import { type Call, type CallError, type CallResult, writeFrame } from '../../ocpp/index.ts';
import type { Framing } from '../../transport/types.ts';

/** Both engines write frames through the same seam. */
type Laid = <Parts extends { readonly framing: Framing }>(parts: Parts) => Parts;

type Written = Call | CallError | CallResult;

/** Frames are written in another way: the texts that go out for one, `text` being the honest one. */
export const writing =
  (write: (frame: Written, text: string) => readonly string[]): Laid =>
  (parts) => ({
    ...parts,
    framing: {
      ...parts.framing,
      texts: (frame) => parts.framing.texts(frame).flatMap((text) => write(frame, text)),
    },
  });

/** CALLs are numbered in another way; undefined = as ever. */
export const numbering =
  (messageId: (action: string) => string | undefined): Laid =>
  (parts) => ({
    ...parts,
    framing: {
      ...parts.framing,
      messageId: (action) => messageId(action) ?? parts.framing.messageId(action),
    },
  });

/** A frame with another payload, past every check of the engine. */
export const withPayload = (frame: Call | CallResult, payload: Record<string, unknown>): string =>
  writeFrame({ ...frame, payload });
