import { contentHash } from '../code-points';
import { ANNOTATION_CONTEXT, type Annotation, type TextTarget } from '../model';
import { textTarget } from '../target';
import type { AnnotatedFile } from './annotated-file';

/** The context of the collection: the standard's, and ours for what stands under `imr:`. */
const CONTEXT = [ANNOTATION_CONTEXT, { imr: 'urn:imr:', request: 'imr:request', index: 'imr:index' }];

/**
 * Writes annotations of many files as one AnnotationCollection with a single
 * page (Web Annotation Data Model, section 5), piece by piece: `head`, an
 * `items` for each file, `tail`.
 *
 * A target's source is an IRI reference made of the file's name as it was
 * given. A passage that has a place has its selectors for the text as it is
 * now; `imr:state` says what became of it (intact, changed, ambiguous,
 * orphaned), and `imr:quoted` what a changed one was made on.
 */
export class AnnotationCollection {
  private readonly ids: string[] = [];

  head(): string {
    return `{"@context":${JSON.stringify(CONTEXT)},"type":"AnnotationCollection","label":"IMR letters: annotations","first":{"type":"AnnotationPage","startIndex":0,"items":[`;
  }

  items(of: AnnotatedFile): string {
    const { threads, dangling } = of.said;
    const all = [...threads.flatMap(({ root, replies, reviews }) => [...(root ? [root] : []), ...replies, ...reviews]), ...dangling];
    const before = this.ids.length;
    this.ids.push(...all.map(({ id }) => id));
    return all.map((annotation, index) => `${before + index === 0 ? '' : ','}\n${JSON.stringify(item(of, annotation))}`).join('');
  }

  tail(): string {
    const id = `urn:imr:${contentHash(this.ids.join('\n'))}`;
    return `\n],"id":"${id}:1","partOf":"${id}"},"id":"${id}","total":${this.ids.length}}\n`;
  }
}

function item(of: AnnotatedFile, annotation: Annotation): object {
  // The collection's context holds for what it is made of; one with more of its own keeps it.
  const { '@context': context, target, ...rest } = annotation;
  const whole = { ...(context === ANNOTATION_CONTEXT ? {} : { '@context': context }), ...rest };
  return { ...whole, target: typeof target === 'string' ? target : passage(of, target) };
}

function passage(of: AnnotatedFile, target: TextTarget): object {
  const placement = of.placements.get(target);
  const now = placement && 'span' in placement ? textTarget(of, placement.span) : target;
  const quoted = placement?.state === 'changed' ? { 'imr:quoted': target.selector[0].exact } : {};
  return { ...target, ...now, type: 'SpecificResource', source: iri(of.file), 'imr:state': placement?.state ?? 'orphaned', ...quoted };
}

/** An IRI reference of a file's name: blanks and the like are encoded, folders part at `/`, a whole path becomes a `file:` address. */
function iri(file: string): string {
  const path = /^[a-zA-Z]:[\\/]|^\\\\/.test(file) ? file.replace(/\\/g, '/').replace(/^([a-zA-Z]):/, '/$1:') : file;
  const encoded = path.split('/').map(segment).join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

function segment(name: string): string {
  // What looks like a scheme (`a:b`) is none; lone surrogates have no encoding.
  return encodeURIComponent(name.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'));
}
