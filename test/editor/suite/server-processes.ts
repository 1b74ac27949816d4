import childProcess from 'node:child_process';
import * as vscode from 'vscode';

/**
 * The language servers that the extension has started. Suite and extension run in the same
 * extension host, so a watch on Node's own `fork` sees them all; it has to be in place
 * before the extension wakes.
 */
export const servers: childProcess.ChildProcess[] = [];

const started = new vscode.EventEmitter<childProcess.ChildProcess>();

/** A language server was started, or one has ended. */
export const onServerChange = started.event;

const fork = childProcess.fork;
childProcess.fork = ((...words: Parameters<typeof fork>) => {
  const child = fork(...words);
  if (/[\\/]dist[\\/]server\.js$/.test(String(words[0]))) {
    servers.push(child);
    child.once('exit', () => started.fire(child));
    started.fire(child);
  }
  return child;
}) as typeof fork;
