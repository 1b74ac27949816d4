import type { Event } from 'vscode';

/** Resolves at the first event that fits, or when `milliseconds` have passed without one. */
export function eventWithin<T>(milliseconds: number, event: Event<T>, fits: (value: T) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(bound);
      subscription.dispose();
      resolve();
    };
    const bound = setTimeout(done, milliseconds);
    const subscription = event((value) => {
      if (fits(value)) done();
    });
  });
}
