import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';

/** Where the server says what went wrong, for the person who looks. */
export type Log = (message: string) => void;

/**
 * Wraps the handler of a request: whatever it throws is logged and answered
 * with `otherwise`, so a fault in one request never ends the process; a
 * request that was cancelled meanwhile is answered as the protocol asks.
 */
export function guarded<Params, Result>(
  name: string,
  log: Log,
  otherwise: Result,
  handler: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
  return async (params, token) => {
    try {
      if (!token.isCancellationRequested) {
        const result = await handler(params, token);
        if (!token.isCancellationRequested) return result;
      }
    } catch (fault) {
      log(describe(name, fault));
      return otherwise;
    }
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'cancelled');
  };
}

/** The same for what has no answer: notifications and events. */
export function guardedEvent<Params>(
  name: string,
  log: Log,
  handler: (params: Params) => void | Promise<void>,
): (params: Params) => Promise<void> {
  return async (params) => {
    try {
      await handler(params);
    } catch (fault) {
      log(describe(name, fault));
    }
  };
}

function describe(name: string, fault: unknown): string {
  return `${name}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`;
}
