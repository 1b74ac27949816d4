import first2013 from './layouts/2013-first.json';
import notice2013 from './layouts/2013-notice.json';
import numbered2013 from './layouts/2013-numbered.json';
import layout2014 from './layouts/2014.json';
import layout2016 from './layouts/2016.json';
import layout2018 from './layouts/2018.json';
import type { FieldKind, LayoutId, SectionKind } from './letter';

/** How the letters of an era are laid out. The data files in `layouts/` hold nothing else. */
export interface Layout {
  readonly id: LayoutId;
  /** As people name it: "2014", "autumn 2013 notice". */
  readonly title: string;
  /**
   * Where an item's decision is written. `heading`: behind the request. `notice`: in sentences listed twice.
   * `numbered`: in the sentence that heads the item. `rationale-heading`: in the label of the rationale.
   */
  readonly decision: 'heading' | 'notice' | 'numbered' | 'rationale-heading';
  readonly headings: readonly { readonly kind: SectionKind; readonly text: string }[];
  /** Sections whose absence is a defect; what public copies have lost is not among them. */
  readonly requiredSections: readonly SectionKind[];
  /** The sentence that opens the issues section, without its colon. */
  readonly introduction: readonly string[];
  /** Labels without colon, the usual one of each field first. `aloneOnLine`: the colon may be absent. `behind`: a label only after that field. */
  readonly labels: readonly { readonly field: FieldKind; readonly text: string; readonly aloneOnLine?: boolean; readonly behind?: FieldKind }[];
  /** First words of fields that have no label: they belong to the field's body. */
  readonly openings?: readonly { readonly field: FieldKind; readonly text: string }[];
  /** Lines that end a letter's items: its close, or the head of the next letter. Behind a colon anything may follow. */
  readonly endings?: readonly string[];
  readonly requiredFields: readonly FieldKind[];
  /** Phrases that tell this layout from others; the sum of the weights of those present decides. */
  readonly evidence: readonly { readonly phrase: string; readonly weight: number }[];
  /** This layout is the named one from a year on (of the decision, else of the case number). */
  readonly insteadOf?: { readonly layout: string; readonly fromYear: number };
}

/** All layouts the reader knows, oldest first. */
export const LAYOUTS: readonly Layout[] = [first2013, notice2013, numbered2013, layout2014, layout2016, layout2018] as readonly Layout[];

/** The layout of an id; every id that a Letter carries has one. */
export function layoutOf(id: LayoutId): Layout {
  const layout = LAYOUTS.find((candidate) => candidate.id === id);
  if (!layout) throw new RangeError(`no layout data for ${id}`);
  return layout;
}

/** The usual label of a field in a layout, without colon; `undefined` where the layout writes none. */
export function labelText(layout: Layout, field: FieldKind): string | undefined {
  return layout.labels.find((label) => label.field === field)?.text;
}

/** The usual heading of a section in a layout; `undefined` where the layout has no such section. */
export function headingText(layout: Layout, kind: SectionKind): string | undefined {
  return layout.headings.find((heading) => heading.kind === kind)?.text;
}
