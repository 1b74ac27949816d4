/**
 * What `schema/guidelines.schema.json` says of the files, as far as the
 * editor checks them: the schema itself and a reader of it are larger than all
 * the rest of the server's own code. A test holds the two together.
 *
 * A member is `name:type`, with `!` where it must be there: s text, b yes or
 * no, n whole number, a list of texts, i id, d date, and values parted by `/`;
 * the name of another shape, with `[]` for a list, `{}` for a map of such, `?`
 * where `null` will do.
 */
const PROVENANCE = 'source:s confidence:seen/unverified';
const FAMILY = 'mtus/acoem/odg/regulation/drug-label/journal/other';
const ENTRY = 'source!:s confidence:seen/unverified';

export const SHAPES: Readonly<Record<string, string>> = {
  file: '$schema:s sources:known{} defaults:defaults periods:period{} guidelines:guideline[] topics:topic[] procedures:procedure[] regulations:regulation[] abbreviations:abbreviation[] categories:category[] bodyParts:bodyPart[]',
  defaults: 'guidelines:ofGuidelines topics:ofTopics procedures:ofTopics',
  ofGuidelines: `family:${FAMILY} mtus:adoption?`,
  ofTopics: 'guideline:s',
  known: 'source!:s confidence!:seen/unverified',
  guideline: `id!:i family!:${FAMILY} name!:s title:s edition:s ordinal:s chapter:s general:b whenUndated:b aliases:a shortNames:a misspellings:a covers:a mtus:adoption? outside:outside governed:period[] pages:pages note:s ${ENTRY}`,
  adoption: `section!:s note:s ${PROVENANCE}`,
  outside: `fact!:s from!:d to:d ${PROVENANCE}`,
  period: `period:s from:d to:d event:s appliesTo:s ${PROVENANCE}`,
  pages: `first!:n last:n note:s recall:s ${PROVENANCE}`,
  topic: `guideline:s guidelines:a name!:s aliases:a misspellings:a table:s pages:pages content:content citedPagesOnly:b notATopic:b note:s ${ENTRY}`,
  content: `recommendation:s limits:s ${PROVENANCE}`,
  procedure: `guideline!:s bodyPart!:s procedure!:s visits:s duration:s periodMonths:n note:s ${ENTRY}`,
  regulation: `id!:s law!:Labor~Code/8~CCR section!:s ref!:s topic!:s fact!:s ${ENTRY}`,
  abbreviation: `abbreviation!:s meaning!:s domain:s otherMeanings:a ${ENTRY}`,
  category: `category!:s subcategory:s detail:s keywords!:a order!:n usualGuideline:s ${ENTRY}`,
  bodyPart: `part!:s words!:a guidelines!:a ${ENTRY}`,
};
