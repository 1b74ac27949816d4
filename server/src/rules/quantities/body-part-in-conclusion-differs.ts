import * as l10n from '@vscode/l10n';
import { foldedText, type Span } from '../../letter';
import type { Observation, Rule, RuleContext } from '../rule';
import { concluding } from './concluding-example';
import { conclusionsOf, requestParts, type Conclusion } from './conclusions';
import { likeEachOther } from './like-each-other';
import { regionsIn, vertebraeIn, type Region } from './regions';
import { mayBeSame } from './same-treatment';

/** The conclusion names another part of the body, or other vertebrae. */
export const bodyPartInConclusionDiffers: Rule = {
  code: 'body-part-in-conclusion-differs',
  title: 'Heading and conclusion name different parts of the body',
  level: 'warning',
  why: 'An MRI of the neck and one of the low back are two requests. Where the conclusion names another part than the heading, the reason may belong to another item.',
  source: 'Observed in letters: conclusions that restate the request do so with the heading’s part of the body.',
  marks: [
    'The word for the part of the body, or the vertebral levels (`L5-S1`), in the conclusion; the heading’s are shown beside it. What a conclusion is, and which of its words are compared, is said under *count-in-conclusion-differs*: a sentence of the rationale that says “(not) medically necessary” and the like as the heading’s decision does, behind “request for”, “therefore” or its start, up to the verb.',
    '',
    'Parts are: neck (cervical), upper back (thoracic, mid back), low back (lumbar, lumbosacral), head, shoulder, elbow, wrist, hand (finger, thumb), hip, knee, ankle, foot (toe, heel), jaw, chest, abdomen. Marked is a part that the heading does not name, where a part that the heading names is missing from the conclusion: one has taken the place of the other. *Levels* are marked where a vertebra of the conclusion lies outside all levels of the heading: “L5-S1” for “L4-5”.',
    '',
    'Not marked: neighbours that letters use for each other (wrist and hand, ankle and foot, hip and low back, arm and leg with the parts that lie on them and with neck and low back, “back” with upper and low back); a part that only adds to the heading’s, or one left out; a part before pain, injury, syndrome, radiculopathy, symptoms and the like; levels of medial branches, where a vertebra is named alone or three in one, a level beside all of the heading’s own; a level that holds a vertebra named alone in the heading (the root L5 and the level L5-S1), and a level against a region of the same part of the spine; a conclusion or a heading without a part.',
  ].join('\n'),
  examples: {
    wrong: [
      { title: 'Another part of the spine', text: concluding('MRI of the cervical spine: Upheld', 'Therefore, the request for an MRI of the lumbar spine is not medically necessary.') },
      { title: 'Another level', text: concluding('Epidural steroid injection at L4-5: Upheld', 'The request for an epidural steroid injection at L5-S1 is not medically necessary.') },
    ],
    right: [{ title: 'Two words for one part', text: concluding('MRI of the cervical spine: Upheld', 'Therefore, the request for an MRI of the neck is not medically necessary.') }],
  },
  check: (context) => conclusionsOf(context.text, context.letter).flatMap((conclusion) => differences(context, conclusion)),
  fixes: likeEachOther,
};

function differences({ text, letter }: RuleContext, conclusion: Conclusion): Observation[] {
  const { item, subject } = conclusion;
  const of = letter.items[item];
  if (!of || !mayBeSame(text, letter, conclusion)) return [];
  const parts = requestParts(of);
  return [...otherLevels(text, item, subject, parts), ...otherRegions(text, item, subject, parts)];
}

function otherLevels(text: string, item: number, subject: Span, parts: readonly Span[]): Observation[] {
  const heading = parts.flatMap((part) => vertebraeIn(text, part));
  // Nerves are counted by one vertebra, the joints between by two: only like is compared with like.
  const isOfNerves = [subject, ...parts].some(({ start, end }) => /\b(?:medial\s+branch|ram(?:us|i)|rhizotomy|neurotomy|ablation|mbb)/i.test(text.slice(start, end)));
  if (isOfNerves && [...heading, ...vertebraeIn(text, subject)].some(({ vertebrae }) => vertebrae.length !== 2)) return [];
  const named = new Set(heading.flatMap(({ vertebrae }) => vertebrae));
  // The root L5 leaves at the level L5-S1.
  const roots = heading.flatMap(({ vertebrae }) => (vertebrae.length === 1 ? vertebrae : []));
  const [other] = heading;
  if (other === undefined) return [];
  const said = vertebraeIn(text, subject);
  // Beside all of the heading's own another level tells where they lie, or what was done before.
  if (heading.every(({ vertebrae }) => said.some((level) => vertebrae.every((vertebra) => level.vertebrae.includes(vertebra))))) return [];
  return said
    .filter(({ vertebrae }) => vertebrae.some((vertebra) => !named.has(vertebra)) && !vertebrae.some((vertebra) => roots.includes(vertebra)))
    .map(({ span }) => observation(text, item, span, other.span));
}

function otherRegions(text: string, item: number, subject: Span, parts: readonly Span[]): Observation[] {
  const heading = parts.flatMap((part) => regionsIn(text, part));
  const said = regionsIn(text, subject);
  // A neighbour stands for a part only where it is not named in the heading itself.
  const isMissing = (part: Region): boolean =>
    !said.some(({ region }) => region === part.region || (part.near.includes(region) && !heading.some((each) => each.region === region)));
  const missing = heading.find(isMissing);
  if (missing === undefined) return [];
  return said
    .filter(({ level, region }) => !level && !heading.some(({ near }) => near.includes(region)))
    .slice(0, 1)
    .map(({ span }) => observation(text, item, span, missing.span));
}

function observation(text: string, item: number, here: Span, there: Span): Observation {
  return {
    span: here,
    message: l10n.t('The conclusion says “{0}”, the heading “{1}”.', foldedText(text, here), foldedText(text, there)),
    item,
    related: [{ span: there, message: l10n.t('The heading’s part of the body') }],
  };
}
