import * as l10n from '@vscode/l10n';
import type { Topic } from '../../guidelines';
import { range, type Pages } from '../topics';
import { escaped, type Line, type Told } from './markdown';

/** What is known of a topic on one line, its name left out where `nameless`; none where nothing is. */
export function topicLine({ name, pages, content, note, citedPagesOnly }: Topic, nameless = false): Line[] {
  const parts: (string | Told)[] = [];
  const add = (part: string | Told): void => void parts.push(...(parts.length === 0 ? [] : ['; ']), part);
  if (pages !== undefined) add({ text: pagesOf(pages), from: pages });
  if (content !== undefined) add({ text: [content.recommendation, content.limits].flatMap((part) => (part === undefined ? [] : escaped(part))).join('; '), from: content });
  if (note !== undefined && citedPagesOnly !== true) add(escaped(note));
  if (parts.length === 0) return [];
  return [nameless ? parts : [`**${escaped(name)}**: `, ...parts]];
}

function pagesOf(pages: Pages): string {
  return pages.first === pages.last ? l10n.t('page {0}', pages.first) : l10n.t('pages {0}', range(pages));
}
