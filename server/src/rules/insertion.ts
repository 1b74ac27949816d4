import type { Span } from '../letter';
import type { Edit } from './rule';

/** A place that the writer fills in: what a client with placeholders shows, and what the others get. */
export interface Placeholder {
  readonly hint: string;
  /** Inserted where placeholders are not known; nothing when left out. */
  readonly plain?: string;
  /** A choice instead of free text; the first is selected. */
  readonly choices?: readonly string[];
}

export type Part = string | Placeholder;

/** Escapes text so that it stands for itself in a snippet (`$`, `}` and `\`). */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * One edit made of literal text and placeholders, in both forms.
 * `snippet` is left out where there is nothing to fill in.
 */
export function replacement(span: Span, parts: readonly Part[]): Edit {
  let newText = '';
  let snippet = '';
  let stop = 0;
  for (const part of parts) {
    if (typeof part === 'string') {
      newText += part;
      snippet += snippetText(part);
      continue;
    }
    stop += 1;
    newText += part.plain ?? '';
    snippet += part.choices
      ? `\${${stop}|${part.choices.map((choice) => choice.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`
      : `\${${stop}:${snippetText(part.hint)}}`;
  }
  return stop === 0 ? { span, newText } : { span, newText, snippet };
}

/** The same, where nothing is replaced. */
export function insertion(at: number, parts: readonly Part[]): Edit {
  return replacement({ start: at, end: at }, parts);
}
