import assert from 'node:assert/strict';
import type { Range } from 'vscode-languageserver/node';
import {
  ANNOTATE,
  ANNOTATION_BASES,
  ANNOTATION_FILES,
  ANNOTATIONS,
  PROPOSALS,
  SAVED_POSITIONS,
  type Annotated,
  type AnnotationAct,
  type AnnotationFileText,
  type Annotations,
  type AnnotationThread,
  type Proposals,
} from '../../server/src/lsp/annotation-requests';
import type { LanguageClient } from './language-client';

/** Does what the editor does with one letter and the files beside it. */
export class Annotating {
  readonly files = new Map<string, string>();
  last!: Annotations;

  constructor(
    readonly client: LanguageClient,
    readonly uri: string,
  ) {}

  /** Opens a letter with these files beside it. */
  static async open(client: LanguageClient, text: string, files: readonly AnnotationFileText[] = [], uri?: string): Promise<Annotating> {
    const annotating = new Annotating(client, await client.open(text, uri));
    for (const { name, text } of files) annotating.files.set(name, text);
    await annotating.send();
    return annotating;
  }

  async send(): Promise<Annotations> {
    const files = [...this.files].map(([name, text]) => ({ name, text }));
    return (this.last = (await this.client.connection.sendRequest<Annotations | null>(ANNOTATION_FILES, { uri: this.uri, files }))!);
  }

  async sendBases(...bases: string[]): Promise<Annotations> {
    return (this.last = (await this.client.connection.sendRequest<Annotations | null>(ANNOTATION_BASES, { uri: this.uri, bases }))!);
  }

  async look(): Promise<Annotations> {
    return (this.last = (await this.client.connection.sendRequest<Annotations | null>(ANNOTATIONS, { uri: this.uri }))!);
  }

  async proposals(): Promise<Proposals['proposals']> {
    return (await this.client.connection.sendRequest<Proposals>(PROPOSALS, { uri: this.uri })).proposals;
  }

  ask(act: AnnotationAct, person = 'Ada', version = this.client.document(this.uri).version): Promise<Annotated> {
    return this.client.connection.sendRequest<Annotated>(ANNOTATE, { uri: this.uri, version, person, act });
  }

  /** Says something, writes the file and sends all again; gives the id. */
  async say(act: AnnotationAct, person = 'Ada'): Promise<string> {
    const { refused, file, id } = await this.ask(act, person);
    assert.equal(refused, null);
    assert.ok(file && id);
    this.write(file);
    await this.send();
    return id;
  }

  /** A label on the first place of a passage. */
  label(passage: string, comment = '', person = 'Ada', labels = ['diagnosis']): Promise<string> {
    return this.say({ kind: 'add', range: this.range(passage), labels, comment }, person);
  }

  async save(person = 'Ada'): Promise<AnnotationFileText | null> {
    const file = await this.client.connection.sendRequest<AnnotationFileText | null>(SAVED_POSITIONS, { uri: this.uri, person });
    if (file) this.write(file);
    return file;
  }

  write({ name, text }: AnnotationFileText): void {
    if (text === '') this.files.delete(name);
    else this.files.set(name, text);
  }

  range(passage: string): Range {
    return { start: this.client.position(this.uri, passage), end: this.client.position(this.uri, passage, passage.length) };
  }

  thread(id: string): AnnotationThread {
    const thread = this.last.threads.find((each) => each.id === id);
    assert.ok(thread, `there is a thread ${id}`);
    return thread;
  }

  /** State and words of a place, `orphaned (2)` where there are so many candidates only. */
  place(id: string): string {
    const { place } = this.thread(id);
    return 'range' in place ? `${place.state}: ${this.client.slice(this.uri, place.range)}` : `${place.state} (${place.candidates.length})`;
  }
}
