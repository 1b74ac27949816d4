import { catalogue, type Catalogue } from './catalogue';
import type { BodyPart, Guideline } from './entry';

/** Vertebral levels as letters write them (`C5-6`, `L4-L5`, `L5-S1`), by the letter of the first. */
const LEVEL = /\b([ctl])\d{1,2}(?:-[ctls]?\d{1,2})\b/g;
const LEVELS: Readonly<Record<string, string>> = { c: 'neck and upper back', t: 'thoracic spine', l: 'low back' };

/** Providers, devices and bones whose names hold a part of the body that they are not about. */
const NAMES_OF_OTHERS = /\bhand[\s-]+(?:surg\w+|specialist|outs?|held|rails?|controls?)\b|\bfoot\s+surg\w+|\bknee\s+(?:scooter|walker)\b|\bhip\s+kit\b|\bhead[\s-]+to[\s-]+toe\b|\b(?:femoral|humeral|radial|metatarsal|metacarpal|fibular|tibial)\s+head\b|\bneck\s+of\s+the\b/g;

/** The parts of the body that a request names; empty where it names none. */
export function bodyPartsIn(request: string, of: Catalogue = catalogue()): readonly BodyPart[] {
  const lower = request.slice(0, 2000).toLowerCase().replace(NAMES_OF_OTHERS, ' ');
  const words = ` ${lower.replace(/[^a-z]+/g, ' ').trim()} `;
  const levels = [...lower.matchAll(LEVEL)].map(([, level]) => LEVELS[level ?? '']);
  return of.bodyParts.filter(
    (entry) => levels.includes(entry.part) || entry.words.some((word) => words.includes(` ${word} `) || words.includes(` ${word}s `)),
  );
}

/** The parts of the body that a guideline is about; empty for one that is about none in particular. */
export function bodyPartsOf(guideline: Guideline, of: Catalogue = catalogue()): readonly BodyPart[] {
  return of.bodyParts.filter((entry) => entry.guidelines.includes(guideline.id));
}
