import { TextDocuments, type Connection, type Disposable } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { catalogue, type Catalogue } from '../guidelines';
import { guardedEvent, type Log } from './guard';
import { Reading } from './reading';

/** The open documents, each with the reading of its newest version. */
export class OpenDocuments {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly readings = new Map<string, Reading>();
  private known: () => Catalogue = catalogue;

  constructor(private readonly log: Log) {
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
    const reading = new Reading(document, this.known);
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

  onClose(listener: (uri: string) => void | Promise<void>): void {
    this.documents.onDidClose(guardedEvent('close', this.log, ({ document }) => listener(document.uri)));
  }
}
