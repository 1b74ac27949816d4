import * as vscode from 'vscode';

/** Whether a fault says no more than that a file or a folder is not there. */
export function isNotThere(fault: unknown): boolean {
  return fault instanceof vscode.FileSystemError && fault.code === 'FileNotFound';
}
