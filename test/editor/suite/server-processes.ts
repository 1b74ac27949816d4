import childProcess from 'node:child_process';
import * as vscode from 'vscode';

const OURS = /[\\/]dist[\\/]server\.js$/;

/**
 * The language servers that the extension has started, the first one first. Suite and
 * extension run in the same extension host, so a watch on Node's own `fork` sees them all;
 * those from before the watch are among the things that keep the process alive.
 */
export const servers: childProcess.ChildProcess[] = activeHandles()
  .filter((handle): handle is childProcess.ChildProcess => handle instanceof childProcess.ChildProcess)
  .filter((child) => child.spawnargs.some((word) => OURS.test(word)));

const started = new vscode.EventEmitter<childProcess.ChildProcess>();

/** A language server was started, or one has ended. */
export const onServerChange = started.event;

const fork = childProcess.fork;
childProcess.fork = ((...words: Parameters<typeof fork>) => {
  const child = fork(...words);
  if (OURS.test(String(words[0]))) {
    servers.push(child);
    child.once('exit', () => started.fire(child));
    started.fire(child);
  }
  return child;
}) as typeof fork;

function activeHandles(): unknown[] {
  // Not in Node's documented interface, but nothing there gives the children of a process.
  return (process as unknown as { _getActiveHandles(): unknown[] })._getActiveHandles();
}
