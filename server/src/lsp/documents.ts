import { TextDocuments, type Connection, type Disposable, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../annotations/anchoring';
import { catalogue, type Catalogue } from '../guidelines';
import { guardedEvent, type Log } from './guard';
import { Reading } from './reading';

/** The open documents, each with the reading of its newest version. */
export class OpenDocuments {
  private readonly documents = new TextDocuments({
    create: (uri, languageId, version, content) => TextDocument.create(uri, languageId, version, content),
    update: (document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number) => this.update(document, changes, version),
  });
  private readonly editListeners: ((uri: string, change: Change) => void)[] = [];
  private readonly readings = new Map<string, Reading>();
  private known: () => Catalogue = catalogue;

  /** `ignored` gives the names of the findings that were ignored for a document. */
  constructor(
    private readonly log: Log,
    private readonly ignored: (uri: string) => ReadonlySet<string>,
  ) {
    this.documents.onDidClose(({ document }) => this.readings.delete(document.uri));
  }

  /** Follows the client's open, change and close. Call it once, before the connection listens. */
  listen(connection: Connection): Disposable {
    return this.documents.listen(connection);
  }

  /** The reading of a document's newest version, `undefined` for a document that is not open. */
  reading(uri: string): Reading | undefined {
    const document = this.documents.get(uri);
    if (document === undefined) return undefined;
    const known = this.readings.get(uri);
    if (known !== undefined && known.document === document && known.version === document.version) return known;
    const reading = new Reading(document, this.known, () => this.ignored(uri));
    this.readings.set(uri, reading);
    return reading;
  }

  /** The guidelines to go by from now on; what was read before is read anew. */
  goBy(of: Catalogue): void {
    this.known = () => of;
    this.readings.clear();
  }

  get catalogue(): Catalogue {
    return this.known();
  }

  uris(): string[] {
    return this.documents.keys();
  }

  /** Called when a document has been opened and after each of its changes. */
  onContent(listener: (uri: string) => void | Promise<void>): void {
    this.documents.onDidChangeContent(guardedEvent('content', this.log, ({ document }) => listener(document.uri)));
  }

  /** Called with each edit of a document, in their order and before its text has it. The listener must not throw. */
  onEdit(listener: (uri: string, change: Change) => void): void {
    this.editListeners.push(listener);
  }

  onClose(listener: (uri: string) => void | Promise<void>): void {
    this.documents.onDidClose(guardedEvent('close', this.log, ({ document }) => listener(document.uri)));
  }

  private update(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    let updated = document;
    for (const change of changes) {
      const edit = editOf(updated, change);
      for (const listener of this.editListeners) listener(document.uri, edit);
      updated = TextDocument.update(updated, [change], version);
    }
    return updated;
  }
}

/** What a change does to the text; of a text that is sent whole, the part that is another one. */
function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): Change {
  if ('range' in change) {
    const [start, end] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
    return { start: Math.min(start, end), end: Math.max(start, end), newLength: change.text.length };
  }
  const before = document.getText();
  const { text } = change;
  const most = Math.min(before.length, text.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === text.charCodeAt(start)) start++;
  let behind = 0;
  while (behind < most - start && before.charCodeAt(before.length - 1 - behind) === text.charCodeAt(text.length - 1 - behind)) behind++;
  return { start, end: before.length - behind, newLength: text.length - behind - start };
}
