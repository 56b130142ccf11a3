import { describe, expect, it } from 'vitest';
import { watchedMutant } from '../../src/subject/seams.ts';

const honest = () => ({
  boot: { retryAfter: (seconds: number) => seconds, mayBeSent: () => true },
  outgoing: (text: string) => text,
  handlers: { Reset: () => 'Accepted', Heartbeat: () => 'now' },
});
type Parts = ReturnType<typeof honest>;

function laid(mutant: (parts: Parts) => Parts) {
  const told: string[] = [];
  const shape = watchedMutant(mutant, { applied: () => told.push('applied'), exercised: () => told.push('exercised') });
  return { parts: shape(honest()), told };
}

describe('a watched mutant', () => {
  it('tells when it is laid over the parts, and once when its seam is first called', () => {
    const { parts, told } = laid((given) => ({ ...given, boot: { ...given.boot, retryAfter: () => 0 } }));
    expect(told).toEqual(['applied']);
    expect(parts.boot.mayBeSent()).toBe(true);
    expect(parts.outgoing('x')).toBe('x');
    expect(told).toEqual(['applied']);
    expect(parts.boot.retryAfter(9)).toBe(0);
    expect(parts.boot.retryAfter(9)).toBe(0);
    expect(told).toEqual(['applied', 'exercised']);
  });

  it('notices a seam at the top, and one that was written into', () => {
    const top = laid((given) => ({ ...given, outgoing: () => 'other' }));
    expect(top.parts.outgoing('x')).toBe('other');
    expect(top.told).toEqual(['applied', 'exercised']);
    const written = laid((given) => {
      given.handlers.Reset = () => 'Rejected';
      return given;
    });
    expect(written.parts.handlers.Heartbeat()).toBe('now');
    expect(written.told).toEqual(['applied']);
    expect(written.parts.handlers.Reset()).toBe('Rejected');
    expect(written.told).toEqual(['applied', 'exercised']);
  });
});
