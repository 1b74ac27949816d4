import { annotationFileName } from '../../annotations/annotation-file-name';
import { EMPTY_FILE, parseAnnotationFile, type AnnotationFile } from '../../annotations/annotation-file';
import type { Change } from '../../annotations/anchoring';
import { textTargetOf, type Annotation, type TextTarget } from '../../annotations/model';
import { threadsOf, type Thread, type Threads } from '../../annotations/threads';
import type { AnnotationFileText } from '../annotation-requests';
import { Bases } from './bases';
import type { ReadText } from './looked-for';
import { Places } from './places';
import { Telling } from './telling';

/** A file beside a letter as it was sent, and what it says. */
export interface BesideFile extends AnnotationFileText {
  readonly file: AnnotationFile;
}

/** What people say about one open letter, and where it stands. */
export class AnnotatedLetter {
  readonly bases = new Bases();
  readonly telling = new Telling();
  private readonly places = new Places(this.bases);
  private beside: ReadonlyMap<string, BesideFile> = new Map();
  private wasSent = false;
  private folded: Threads = threadsOf([]);
  private byId = new Map<string, Annotation>();

  /** `name`: the letter's file name, without folders. */
  constructor(readonly name: string) {}

  get said(): Threads {
    return this.folded;
  }

  /** In the order of their names. */
  get files(): readonly BesideFile[] {
    return [...this.beside.values()];
  }

  /** Whether the client has said what is beside the letter, so that nothing is written over. */
  get isKnown(): boolean {
    return this.wasSent;
  }

  /** Goes by these files, all there are. */
  take(files: readonly AnnotationFileText[]): void {
    this.wasSent = true;
    const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
    this.beside = new Map(
      sorted.map(({ name, text }) => {
        const known = this.beside.get(name);
        return [name, known?.text === text ? known : { name, text, file: parseAnnotationFile(text) }];
      }),
    );
    this.fold();
  }

  /** Goes by a file that the client is about to write. */
  expect(file: AnnotationFileText): void {
    this.take([...this.files.filter(({ name }) => name !== file.name), ...(file.text === '' ? [] : [file])]);
  }

  takeBases(texts: readonly string[]): void {
    this.places.takeBases(new Set(texts.map((text) => this.bases.add(text))));
  }

  edited(change: Change): void {
    this.places.edited(change);
  }

  /** Puts everything in its place in the newest text; what stands where is asked of the result. */
  settled(read: ReadText): Places {
    this.places.settle(read);
    return this.places;
  }

  /** A person's own file, empty where there is none yet. */
  ownFile(person: string): BesideFile {
    const name = annotationFileName(this.name, person);
    // Some file systems take names apart (NFD) that were written whole.
    return this.files.find((file) => file.name.normalize('NFC') === name.normalize('NFC')) ?? { name, text: '', file: EMPTY_FILE };
  }

  /** The version in force of an annotation. */
  annotation(id: string): Annotation | undefined {
    return this.byId.get(id);
  }

  thread(id: string): Thread | undefined {
    return this.said.threads.find((thread) => thread.id === id);
  }

  private fold(): void {
    const before = this.byId;
    this.folded = threadsOf(this.files.flatMap(({ file }) => file.entries));
    const said = [...this.folded.threads.flatMap(({ root, replies, reviews }) => [...(root ? [root] : []), ...replies, ...reviews]), ...this.folded.dangling];
    this.byId = new Map(said.map((annotation) => [annotation.id, annotation]));
    const owners = new Map<TextTarget, TextTarget | undefined>();
    for (const annotation of said) {
      const target = textTargetOf(annotation);
      if (target) owners.set(target, sameTarget(before.get(annotation.id), target));
    }
    this.places.follow([...owners.keys()], (target) => owners.get(target));
  }
}

/** The target of an older version, where it names the same place. */
function sameTarget(older: Annotation | undefined, target: TextTarget): TextTarget | undefined {
  const before = older && textTargetOf(older);
  return before && (before === target || JSON.stringify(before) === JSON.stringify(target)) ? before : undefined;
}
