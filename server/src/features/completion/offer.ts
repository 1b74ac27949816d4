import type { Edit } from '../../rules';

/** What kind of thing is offered; editors show an icon for each. */
export type CompletionKind = 'label' | 'decision' | 'item' | 'heading' | 'introduction' | 'guideline' | 'name' | 'conclusion' | 'letter';

/** One thing that may be written at a place. */
export interface Offer {
  readonly kind: CompletionKind;
  /** One line. */
  readonly label: string;
  /** What it is, in few words. */
  readonly detail: string;
  /** When it belongs here. Plain text. */
  readonly documentation: string;
  /** Offers of a lower rank come first; those of one group and rank stay in their order. */
  readonly rank: number;
  /** What an editor compares with the typed text that the edit replaces; the label where left out. */
  readonly filterText?: string;
  /** Its span lies on one line and holds the place. */
  readonly edit: Edit;
}
