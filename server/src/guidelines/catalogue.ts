import abbreviations from './data/abbreviations.json';
import acoemSecond from './data/acoem-2nd-and-3rd-edition.json';
import acoemLater from './data/acoem-2011-to-2022.json';
import bodyParts from './data/body-parts.json';
import chronicPain from './data/chronic-pain-2009-topics.json';
import mtusOwn from './data/mtus-own-guidelines.json';
import odg from './data/odg.json';
import postsurgical from './data/postsurgical-2009.json';
import regulations from './data/regulations.json';
import sources from './data/sources.json';
import type { Abbreviation, BodyPart, Guideline, Procedure, RegulationFact, Topic, TreatmentCategory } from './entry';
import { NameIndex } from './names';
import { entriesOf, type CatalogueFile, type Entries, type ListName } from './written';

/** Where a name is looked for: what an MTUS statement can name, ACOEM's works, ODG's chapters. */
export type Scope = 'mtus' | 'acoem' | 'odg';

/**
 * Everything that is known of guidelines, and its look-ups. A list or a
 * look-up structure is built when it is first asked for: a server that has shown
 * no citation has built none.
 */
export class Catalogue {
  private ids: Map<string, Guideline> | undefined;
  private facts: Map<string, RegulationFact> | undefined;
  private sections: Map<string, RegulationFact[]> | undefined;
  private meanings: Map<string, Abbreviation> | undefined;
  private topicsOf: Map<string, Topic[]> | undefined;
  private readonly scopes = new Map<Scope, NameIndex<Guideline>>();
  private readonly topicNames = new Map<string, NameIndex<Topic>>();

  private readonly lists: { -readonly [Name in ListName]?: Entries[Name] } = {};

  /** Joins data files; of two guidelines with one id the later wins. */
  constructor(private readonly files: readonly CatalogueFile[]) {}

  get guidelines(): readonly Guideline[] {
    return (this.lists.guidelines ??= [...new Map(entriesOf(this.files, 'guidelines').map((entry) => [entry.id, entry])).values()]);
  }

  get topics(): readonly Topic[] {
    return (this.lists.topics ??= entriesOf(this.files, 'topics'));
  }

  get procedures(): readonly Procedure[] {
    return (this.lists.procedures ??= entriesOf(this.files, 'procedures'));
  }

  get regulations(): readonly RegulationFact[] {
    return (this.lists.regulations ??= entriesOf(this.files, 'regulations'));
  }

  get abbreviations(): readonly Abbreviation[] {
    return (this.lists.abbreviations ??= entriesOf(this.files, 'abbreviations'));
  }

  get categories(): readonly TreatmentCategory[] {
    return (this.lists.categories ??= entriesOf(this.files, 'categories'));
  }

  get bodyParts(): readonly BodyPart[] {
    return (this.lists.bodyParts ??= entriesOf(this.files, 'bodyParts'));
  }

  guideline(id: string | null): Guideline | undefined {
    this.ids ??= new Map(this.guidelines.map((entry) => [entry.id, entry]));
    return id === null ? undefined : this.ids.get(id);
  }

  /** A fact of law by its id. */
  fact(id: string): RegulationFact | undefined {
    this.facts ??= new Map(this.regulations.map((entry) => [entry.id, entry]));
    return this.facts.get(id);
  }

  /** The facts about a section of law (`8-ccr-9792.21`, `lab-4610.5`), in the order of the data. */
  section(id: string): readonly RegulationFact[] {
    if (this.sections === undefined) {
      this.sections = new Map();
      for (const entry of this.regulations) {
        const key = regulationId(entry.law, entry.section);
        const facts = this.sections.get(key);
        if (facts === undefined) this.sections.set(key, [entry]);
        else facts.push(entry);
      }
    }
    return this.sections.get(id) ?? [];
  }

  /** An abbreviation by the letters as written; `IF / IFC` is found by each of its forms. */
  abbreviation(word: string): Abbreviation | undefined {
    if (this.meanings === undefined) {
      this.meanings = new Map();
      for (const entry of this.abbreviations) {
        for (const form of entry.abbreviation.split(/ \/ |, /)) if (!this.meanings.has(form)) this.meanings.set(form, entry);
      }
    }
    return this.meanings.get(word);
  }

  /** Topics, sections and often-cited places of a guideline. */
  topicsIn(id: string): readonly Topic[] {
    if (this.topicsOf === undefined) {
      this.topicsOf = new Map();
      for (const topic of this.topics) {
        for (const of of topic.guidelines ?? (topic.guideline === undefined ? [] : [topic.guideline])) {
          const list = this.topicsOf.get(of);
          if (list === undefined) this.topicsOf.set(of, [topic]);
          else list.push(topic);
        }
      }
    }
    return this.topicsOf.get(id) ?? [];
  }

  /** Names of guidelines that can stand in a scope. */
  names(scope: Scope): NameIndex<Guideline> {
    let index = this.scopes.get(scope);
    if (index === undefined) {
      index = new NameIndex();
      for (const entry of this.guidelines) {
        if (entry.general === true) continue;
        // What was never adopted (chapter 6, the 3rd edition) may still be named after the word MTUS: in error, but meant.
        if (scope === 'mtus' ? entry.family === 'odg' || entry.ordinal === '3rd' : entry.family !== scope) continue;
        for (const name of [entry.name, ...(entry.aliases ?? []), ...(entry.misspellings ?? [])]) index.add(name, entry);
        for (const name of entry.shortNames ?? []) index.add(name, entry, true);
      }
      this.scopes.set(scope, index);
    }
    return index;
  }

  /** The entries whose name in a scope is misspelt as `name`; none where no name is near, or where it is a name as it stands. */
  misspelt(scope: Scope, name: string): readonly Guideline[] {
    return this.names(scope).near(name)?.entries ?? [];
  }

  /** Names by which letters call the topics of a guideline. */
  topicIndex(id: string): NameIndex<Topic> {
    let index = this.topicNames.get(id);
    if (index === undefined) {
      index = new NameIndex();
      for (const topic of this.topicsIn(id)) {
        if (topic.citedPagesOnly === true) continue;
        for (const name of [topic.name, ...(topic.misspellings ?? [])]) index.add(name, topic);
        for (const name of topic.aliases ?? []) index.add(name, topic, true);
      }
      this.topicNames.set(id, index);
    }
    return index;
  }
}

/** Id of a section of law: `8-ccr-9792.21`, `lab-4610.5`. */
export function regulationId(law: 'Labor Code' | '8 CCR', section: string): string {
  return `${law === 'Labor Code' ? 'lab' : '8-ccr'}-${section}`;
}

/** The files that come with the product; the categories of treatment stand in `categories.ts`, which not everybody loads. */
export const BUNDLED_FILES = {
  'sources.json': sources,
  'mtus-own-guidelines.json': mtusOwn,
  'acoem-2nd-and-3rd-edition.json': acoemSecond,
  'acoem-2011-to-2022.json': acoemLater,
  'odg.json': odg,
  'chronic-pain-2009-topics.json': chronicPain,
  'postsurgical-2009.json': postsurgical,
  'regulations.json': regulations,
  'abbreviations.json': abbreviations,
  'body-parts.json': bodyParts,
} as const;

let bundled: Catalogue | undefined;

/** The catalogue that comes with the product; built on first use. */
export function catalogue(): Catalogue {
  // The compiler reads JSON more widely than the schema does; the schema is held by a test.
  bundled ??= new Catalogue(Object.values(BUNDLED_FILES) as unknown as CatalogueFile[]);
  return bundled;
}
