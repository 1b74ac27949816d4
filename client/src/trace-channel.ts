import * as vscode from 'vscode';

const SETTING = 'imrLetters.trace.server';

/**
 * The output channel as the client library wants it for its trace: it writes
 * the talk with the server only to a channel whose level is "trace". This one
 * has that level while `imrLetters.trace.server` asks for a trace, so that the
 * setting alone is enough; what is traced is then written as information.
 */
export function traceChannel(output: vscode.LogOutputChannel): { channel: vscode.LogOutputChannel; subscription: vscode.Disposable } {
  const wanted = (): boolean => vscode.workspace.getConfiguration().get<string>(SETTING, 'off') !== 'off';
  const level = (): vscode.LogLevel => (wanted() ? vscode.LogLevel.Trace : output.logLevel);
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const channel = Object.create(output, {
    logLevel: { get: level },
    onDidChangeLogLevel: { value: changed.event },
    trace: {
      value: (message: string, ...words: unknown[]) => (output.logLevel === vscode.LogLevel.Trace ? output.trace(message, ...words) : output.info(message, ...words)),
    },
  }) as vscode.LogOutputChannel;
  const subscription = vscode.Disposable.from(
    changed,
    output.onDidChangeLogLevel(() => changed.fire(level())),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SETTING)) changed.fire(level());
    }),
  );
  return { channel, subscription };
}
