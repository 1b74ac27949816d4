import type * as vscode from 'vscode';

const KEY = 'plainTextDocuments';
/** The oldest choices are forgotten first; a workspace with more than this is a folder of letters. */
const MOST = 1000;

/** The documents that a person has said are no letters. They stay so, over restarts too. */
export class PlainTextChoices {
  /** Names of untitled documents are used again, so theirs live as long as the document. */
  private readonly untitled = new Set<string>();

  constructor(private readonly memory: vscode.Memento) {}

  has(uri: vscode.Uri): boolean {
    return uri.scheme === 'untitled' ? this.untitled.has(uri.toString()) : this.kept().includes(uri.toString());
  }

  async add(uri: vscode.Uri): Promise<void> {
    const name = uri.toString();
    if (uri.scheme === 'untitled') this.untitled.add(name);
    else await this.memory.update(KEY, [...this.kept().filter((other) => other !== name), name].slice(-MOST));
  }

  async remove(uri: vscode.Uri): Promise<void> {
    const name = uri.toString();
    if (uri.scheme === 'untitled') this.untitled.delete(name);
    else if (this.kept().includes(name)) await this.memory.update(KEY, this.kept().filter((other) => other !== name));
  }

  /** To be called when a document has really been closed. */
  closed(uri: vscode.Uri): void {
    this.untitled.delete(uri.toString());
  }

  private kept(): readonly string[] {
    const stored = this.memory.get<unknown>(KEY);
    return Array.isArray(stored) ? stored.filter((name): name is string => typeof name === 'string') : [];
  }
}
